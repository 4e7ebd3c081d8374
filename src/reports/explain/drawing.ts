import type { DrawnEdge, DrawnKind, DrawnNode, Drawing } from '../drawing.ts'
import type { Sentence } from '../table.ts'
import type { Explanation, NodeKind, TreeNode } from '../tree.ts'

const kinds: Readonly<Record<NodeKind, DrawnKind>> = {
  worked: 'figure',
  data: 'data',
  stated: 'scenario',
  missing: 'missing',
}

/**
 * An explanation as a picture: each cell one box, however often the tree meets it, with an arrow to every cell that reads
 * it. A cell that only stands for another is drawn as that one, under the name met first.
 */
export function drawnExplanation({ root, caveats, envelope }: Explanation): Drawing {
  const nodes = new Map<string, DrawnNode>()
  const edges = new Map<string, DrawnEdge>()
  const visit = (node: TreeNode): void => {
    const known = nodes.get(node.worked)
    if (known === undefined || (known.cut === true && !node.cut && !node.explainedAbove))
      nodes.set(node.worked, drawn(node, node === root, known))
    for (const child of node.children) {
      edges.set(`${child.worked} ${node.worked}`, { from: child.worked, to: node.worked })
      visit(child)
    }
  }
  visit(root)
  return { title: root.id, nodes: [...nodes.values()], edges: [...edges.values()], caveats, envelope }
}

function drawn(node: TreeNode, isRoot: boolean, known: DrawnNode | undefined): DrawnNode {
  return {
    id: node.worked,
    kind: isRoot ? 'output' : kinds[node.kind],
    lines: known?.lines ?? [node.title, ...node.details.filter(isTelling).slice(0, 1)],
    cut: node.cut,
    data: node.data,
  }
}

/** The formula, the published row or the scenario’s line; the rest of the account is for the tree. */
function isTelling(detail: Sentence): boolean {
  return typeof detail === 'string' && /^(= |data\/|.+:\d+: )/.test(detail)
}
