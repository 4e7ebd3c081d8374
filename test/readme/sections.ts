/** A part of a Markdown page under one heading of the second level. */
export interface Section {
  readonly title: string
  /** The rows of the tables whose first column has this heading, each as its cells; empty where there is none. */
  table(heading: string): string[][]
}

/** The parts of a page, in order. */
export function sections(markdown: string): Section[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n')
      return { title, table: (heading) => tablesIn(lines).flatMap((rows) => rowsUnder(rows, heading)) }
    })
}

function tablesIn(lines: readonly string[]): string[][][] {
  const tables: string[][][] = []
  let open = false
  for (const line of lines) {
    const row = line.startsWith('|')
    if (row && !open) tables.push([])
    if (row) tables.at(-1)?.push(cellsOf(line))
    open = row
  }
  return tables
}

function rowsUnder([head, , ...rows]: readonly string[][], heading: string): string[][] {
  return head?.[0] === heading ? rows : []
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
