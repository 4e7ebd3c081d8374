/**
 * Text measured in terminal cells: a letter is one wide, a combining accent none, an East Asian character two.
 */
const noWidth = /[\p{Mn}\p{Me}\p{Cf}]/u
const doubleWidth =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** Texts whose every character is one wide: letters without combining accents, signs (≤ ≥ too), raised marks, box lines. */
const plain =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u1d2c-\u1d6a\u1d9b-\u1dbf\u2010-\u2027\u2070-\u208e\u2212\u2264\u2265\u2500-\u257f]*$/

/** Cells a text takes on one line of a terminal. It must hold no colour codes and no line breaks. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** The text with spaces behind it up to `width` cells, or before it when `right` is set. */
export function pad(text: string, width: number, right = false): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return right ? spaces + text : text + spaces
}

/**
 * The text as lines of at most `width` cells, broken at spaces and line breaks. Spaces that begin the text are kept,
 * and `hanging` more before every line after the first. A word longer than a line is broken where the line ends when
 * `breakWords` is set, and stands whole on its own line otherwise (an address stays usable).
 */
export function wrap(
  text: string,
  width: number,
  { hanging = 0, breakWords = false }: { hanging?: number; breakWords?: boolean } = {},
): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, hanging, breakWords))
}

function wrapParagraph(text: string, width: number, hanging: number, breakWords: boolean): string[] {
  const indent = /^ */.exec(text)?.[0] ?? ''
  const laterIndent = indent + ' '.repeat(hanging)
  const lines: string[] = []
  let line = indent
  let empty = true
  const finish = () => {
    lines.push(line)
    line = laterIndent
    empty = true
  }
  for (const whole of text.split(' ').filter((word) => word !== '')) {
    let word = whole
    if (!empty && displayWidth(line) + 1 + displayWidth(word) > width) finish()
    while (breakWords && displayWidth(line) + displayWidth(word) > width) {
      const [head, tail] = cut(word, Math.max(1, width - displayWidth(line)))
      line += head
      word = tail
      finish()
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  if (!empty || lines.length === 0) lines.push(line)
  return lines
}

/** A word parted where it may be broken: after a hyphen that stands before a letter (never inside `2025-26`). */
export function hyphenated(word: string): string[] {
  if (!word.includes('-')) return [word]
  // Spares most words the larger table of letters.
  if (/^[!-~]*$/.test(word)) return word.split(/(?<=[A-Za-z0-9]-)(?=[A-Za-z])/)
  return word.split(/(?<=[\p{L}\p{N}]-)(?=\p{L})/u)
}

/** The first part of a word that fits into `width` cells (one character at least), and the rest. */
function cut(word: string, width: number): [string, string] {
  let start = ''
  for (const part of hyphenated(word)) {
    if (displayWidth(start + part) > width) break
    start += part
  }
  if (start !== '') return [start, word.slice(start.length)]
  let taken = 0
  let length = 0
  for (const character of word) {
    const next = characterWidth(character)
    if (length > 0 && taken + next > width) break
    taken += next
    length += character.length
  }
  return [word.slice(0, length), word.slice(length)]
}

function characterWidth(character: string): number {
  if (noWidth.test(character)) return 0
  return doubleWidth.test(character) ? 2 : 1
}
