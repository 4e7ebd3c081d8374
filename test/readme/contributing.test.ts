import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** CONTRIBUTING.md names files and functions: they are there, under these names. */
const root = new URL('../../', import.meta.url)
const page = readFileSync(new URL('CONTRIBUTING.md', root), 'utf8')

/** What stands in backticks, has a slash, and neither spaces nor stars: from the root, or from src/. */
const paths = words(page).filter((word) => /^[\w.-]+(\/[\w.-]*)+$/.test(word))
/** What stands in backticks as `name()`, with the file named next in the same paragraph. */
const functions = page.split(/\n\n|\n(?=\d\. |\|)/).flatMap((paragraph) => {
  const named = words(paragraph)
  return named.flatMap((word, index) => {
    const [, name] = /^([\w$]+)\(\)$/.exec(word) ?? []
    return name === undefined ? [] : [{ name, file: named.slice(index).find((each) => each.endsWith('.ts')) }]
  })
})

test.each([...new Set(paths)])('%s exists', (path) => {
  expect(find(path)).toBeDefined()
})

describe('every function is exported from the file named after it', () => {
  test.each(functions)('$name() of $file', ({ name, file }) => {
    const source = readFileSync(find(file ?? '') ?? '', 'utf8')
    expect(source).toMatch(
      new RegExp(`^export (?:async )?(?:function|const) ${name}\\b|^  ${name}: \\(`, 'm'),
    )
  })

  test('and there are enough of them to walk on', () => {
    expect(functions.length).toBeGreaterThan(20)
  })
})

function words(text: string): string[] {
  return Array.from(text.matchAll(/`([^`]+)`/g), ([, word = '']) => word)
}

function find(path: string): URL | undefined {
  return [new URL(path, root), new URL(path, new URL('src/', root))].find((url) => existsSync(url))
}
