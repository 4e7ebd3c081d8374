import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const markdown = (folder: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}${file}`)
const pages = ['', 'docs/', 'docs/decisions/', 'data/', 'bench/', 'test/oracle/'].flatMap(markdown)

describe('every page a page points to is there, and so is the heading', () => {
  test.each(pages)('%s', (page) => {
    const text = readFileSync(new URL(page, root), 'utf8')
    const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target)
    expect(links.filter((target) => !/^https?:/.test(target) && !leadsSomewhere(target, page))).toEqual([])
  })
})

function leadsSomewhere(target: string, page: string): boolean {
  const [path = '', heading] = target.split('#')
  const file = new URL(path === '' ? `./${page.split('/').at(-1) ?? ''}` : path, new URL(page, root))
  if (!existsSync(file)) return false
  return heading === undefined || headingsOf(readFileSync(file, 'utf8')).includes(heading)
}

/** Headings as addresses: lower case, spaces as hyphens, punctuation left out. */
function headingsOf(text: string): string[] {
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
