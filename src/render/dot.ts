import type { Drawing, DrawnKind } from '../reports/drawing.ts'
import { boxLines } from './drawing.ts'

const shapes: Readonly<Record<DrawnKind, string>> = {
  data: 'shape=cylinder, fillcolor="#eef5ff", color="#2f5f9e"',
  scenario: 'shape=note, fillcolor="#fff6dd", color="#9a7400"',
  figure: 'shape=box, fillcolor="#ffffff", color="#555555"',
  output: 'shape=box, penwidth=2, fillcolor="#e9f7ec", color="#2b7a3d"',
  missing: 'shape=box, fillcolor="#f4f4f4", color="#888888"',
}

/** A drawing in the DOT language of Graphviz: `capgap … -f dot | dot -Tsvg > map.svg`. */
export function renderDot({ title, nodes, edges }: Drawing): string {
  const boxes = nodes.map((node) => {
    const label = boxLines(node).map(escaped).join('\\n')
    const style = node.cut === true ? 'filled,dashed' : 'filled'
    return `  "${escaped(node.id)}" [label="${label}", ${shapes[node.kind]}, style="${style}"]\n`
  })
  const arrows = edges.map(({ from, to }) => `  "${escaped(from)}" -> "${escaped(to)}"\n`)
  return `digraph capgap {\n  label="${escaped(title)}"\n  rankdir=LR\n  node [fontname="sans-serif", fontsize=10]\n${boxes.join('')}${arrows.join('')}}\n`
}

function escaped(text: string): string {
  return text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')
}
