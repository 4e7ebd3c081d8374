/** A fenced block of a Markdown page: ```` ```sh exit=3 ```` has the language `sh` and the words `['exit=3']`. */
export interface Fenced {
  readonly language: string
  readonly words: readonly string[]
  readonly text: string
  /** The line of the opening fence, from 1. */
  readonly line: number
}

/** Every fenced block of a page, in order; one inside a list item is as far indented as its fence. */
export function fencedBlocks(markdown: string): Fenced[] {
  const lines = markdown.split('\n')
  const blocks: Fenced[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const opening = /^( *)```(.*)$/.exec(lines[at] ?? '')
    if (!opening) continue
    const [, indent = '', info = ''] = opening
    const close = lines.indexOf(`${indent}\`\`\``, at + 1)
    if (close < 0) throw new Error(`the block opened in line ${at + 1} is never closed`)
    const [language = '', ...words] = info.trim().split(/\s+/)
    const text = lines
      .slice(at + 1, close)
      .map((line) => `${line.slice(indent.length)}\n`)
      .join('')
    blocks.push({ language, words, text, line: at + 1 })
    at = close
  }
  return blocks
}
