import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { capgap } from '../cli/fake-io.ts'

/** The table of delivery: undelivered money is never lost from it, whatever goes unspent. */

const folder = mkdtempSync(path.join(tmpdir(), 'capgap-delivery-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = path.join(folder, 'few.yaml')
writeFileSync(
  file,
  'capgap: 1\ntitle: Few staff\nextends: digitise-2030\nprices: nominal\nyears: 2025-26 to 2029-30\nworkforce: {staff: 30000}\n',
)

async function rowsOf(...more: string[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const { stdout, code } = await capgap(['run', file, '--benchmark', 'digitisation', '-q', ...more])
  expect(code).toBe(0)
  const [, table = ''] = stdout.split('delivery of digital money')
  const rows = [...table.matchAll(/^([A-Z][A-Za-z ,]+?)ˢ? {2,}((?:[\d,]+ᵃ? *)+)$/gm)]
  return new Map(
    rows.map(([, label = '', numbers = '']) => [
      label,
      numbers
        .trim()
        .split(/ +/)
        .map((each) => Number(each.replace(/[,ᵃ]/g, ''))),
    ]),
  )
}

describe('the table of delivery', () => {
  test.each([
    ['nothing goes unspent', [], 'Funded, digital', 1],
    ['5% goes unspent', ['--set', 'assumptions.underspend=5%'], 'Of which to be spent, digital', 0.95],
  ])('adds up year by year where %s', async (_, set, spent, part) => {
    const rows = await rowsOf(...set)
    const row = (label: string): readonly number[] => rows.get(label) ?? []
    const toSpend = row(spent)
    expect(toSpend).toHaveLength(5)
    expect(row('Carried forward').every((each) => each > 500)).toBe(true)
    let before = 0
    for (const [year, amount] of toSpend.entries()) {
      const carried = row('Carried forward')[year]!
      // Each number is rounded to £1m for people.
      expect(Math.abs(before + amount - row('Delivered')[year]! - carried)).toBeLessThanOrEqual(2)
      expect(Math.abs(row('Funded, digital')[year]! * part - amount)).toBeLessThanOrEqual(1)
      before = carried
    }
    expect(rows.has('Of which to be spent, digital')).toBe(part !== 1)
  })
})
