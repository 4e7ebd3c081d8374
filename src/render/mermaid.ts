import type { Drawing, DrawnKind } from '../reports/drawing.ts'
import { boxLines } from './drawing.ts'

/** What opens and closes a box of each kind. */
const shapes: Readonly<Record<DrawnKind, readonly [open: string, close: string]>> = {
  data: ['[(', ')]'],
  scenario: ['([', '])'],
  figure: ['[', ']'],
  output: ['[[', ']]'],
  missing: ['{{', '}}'],
}

const styles = `  classDef data fill:#eef5ff,stroke:#2f5f9e,color:#111
  classDef scenario fill:#fff6dd,stroke:#9a7400,color:#111
  classDef figure fill:#ffffff,stroke:#555555,color:#111
  classDef output fill:#e9f7ec,stroke:#2b7a3d,stroke-width:2px,color:#111
  classDef missing fill:#f4f4f4,stroke:#888888,color:#111
  classDef cut stroke-dasharray:4 3
`

/**
 * A drawing as a Mermaid flowchart, which GitHub and many editors show. Boxes are n1, n2 …; a comment before each gives the
 * id it stands for.
 */
export function renderMermaid(drawing: Drawing): string {
  const names = new Map(drawing.nodes.map(({ id }, index) => [id, `n${index + 1}`]))
  const boxes = drawing.nodes.map((node) => {
    const [open, close] = shapes[node.kind]
    const name = names.get(node.id) ?? ''
    const text = boxLines(node).map(quoted).join('<br/>')
    const cut = node.cut === true ? `  class ${name} cut\n` : ''
    return `  %% ${name} ${comment(node.id)}\n  ${name}${open}"${text}"${close}:::${node.kind}\n${cut}`
  })
  const arrows = drawing.edges.map(
    ({ from, to }) => `  ${names.get(from) ?? ''} --> ${names.get(to) ?? ''}\n`,
  )
  return `%% ${comment(drawing.title)}\nflowchart LR\n${boxes.join('')}${arrows.join('')}${styles}`
}

/** Text between quotes: what Mermaid would read as markup or as the end becomes an entity. */
function quoted(text: string): string {
  return text.replace(/[#"<>&`]/g, (character) => `#${character.charCodeAt(0)};`)
}

/** A comment ends with its line, and braces in it are taken for a directive. */
function comment(text: string): string {
  return text.replace(/[\r\n{}]/g, ' ')
}
