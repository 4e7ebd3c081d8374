import type { Place, Problem } from '../problem.ts'

/** Sentences about YAML itself, whatever the file is for. */

export function yamlSyntax(place: Place, reason: string): Problem {
  return {
    code: 'yaml-syntax',
    severity: 'error',
    place,
    found: `This is not YAML: ${reason}`,
    advice: adviceFor(reason),
  }
}

export function duplicateKey(place: Place, key: string, firstLine: number): Problem {
  return {
    code: 'duplicate-key',
    severity: 'error',
    place,
    found: `The key "${key}" is written twice; it first stands on line ${firstLine}`,
    advice: 'Keep one of the two and delete the other',
  }
}

export function keyNotText(place: Place): Problem {
  return {
    code: 'key-not-text',
    severity: 'error',
    place,
    found: 'A key must be a word, not a list, a mapping or nothing',
    advice: 'Write a name before the colon, for example "title: …"',
  }
}

export function severalDocuments(place: Place): Problem {
  return {
    code: 'several-documents',
    severity: 'error',
    place,
    found: 'The file holds more than one YAML document',
    advice: 'Delete the line "---" and put the second document in a file of its own',
  }
}

export function tagNotAllowed(place: Place, tag: string): Problem {
  return {
    code: 'tag-not-allowed',
    severity: 'error',
    place,
    found: `The tag "${tag}" is not allowed; nothing in a file is ever executed or converted`,
    advice: 'Delete the tag; put quotes round a value that must stay text',
  }
}

export function unknownAlias(place: Place, name: string): Problem {
  return {
    code: 'unknown-alias',
    severity: 'error',
    place,
    found: `The alias "*${name}" refers to nothing written above it`,
    advice: `Mark the value it repeats with "&${name}" first, or write the value out; put quotes round text that begins with *`,
  }
}

export function aliasesMultiply(place: Place, limit: number): Problem {
  return {
    code: 'aliases-multiply',
    severity: 'error',
    place,
    found: `Written out, the aliases of this file come to more than ${limit} values`,
    advice: 'Write the values out, or repeat fewer of them',
  }
}

/** What to do about the parser's commonest complaints. */
function adviceFor(reason: string): string {
  if (/tab/.test(reason)) return 'Indent with spaces, never tabs'
  if (/quoted scalar/.test(reason)) return 'Close the quotation mark'
  if (/flow collection|missed comma|deficient/.test(reason))
    return 'Close the bracket, and separate what is inside with commas'
  if (/mapping entry|multiline key|expected ':'/.test(reason)) {
    return 'Indent keys of one mapping alike, and put quotes round a value that holds ": " or a range such as "discrete(0%: 0.5, 3%: 0.5)"'
  }
  if (/document separator|sequence entry/.test(reason)) {
    return 'Indent keys and list items of one level alike, and do not mix "- item" with "key: value"'
  }
  return 'Check the indentation, colons and quotation marks on this line and the one above'
}
