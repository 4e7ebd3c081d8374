import { expect, it } from 'vitest'
import { capgap } from './fake-io.ts'

/** Ids a script can follow: any that an explanation prints can be explained in its turn, and is the same number. */

interface Explained {
  readonly id: string
  readonly figure: string
  readonly value: number | string | null
  readonly from?: readonly Explained[]
}

async function explain(...argv: string[]): Promise<Explained> {
  const { stdout, stderr } = await capgap(['explain', ...argv, '-f', 'json', '-q'])
  expect(stderr).toBe('')
  return (JSON.parse(stdout) as { cell: Explained }).cell
}

const all = (cell: Explained): Explained[] => [cell, ...(cell.from ?? []).flatMap(all)]

it.each([
  ['gap', ['gap', '--benchmark', 'eu14', '--category', 'digital', '--year', '2030-31']],
  ['a catch-up', ['gap-low', 'catch-up-2035', '--benchmark', 'eu14-catch-up']],
  ['a claim on the plans of its day', ['requirement', 'confed-2023', '--benchmark', 'confed']],
])(
  'the ids below %s lead to the same numbers',
  async (_what, argv) => {
    const scenario = argv[1]?.startsWith('--') ? [] : argv.slice(1, 2)
    const cells = all(await explain(...argv))
    // One cell of each figure: every way an id is written.
    const some = new Map(cells.map((cell) => [`${cell.figure} ${cell.id.replace(/=[^,\]]*/g, '')}`, cell]))
    expect(some.size).toBeGreaterThan(5)
    for (const { id, value } of some.values()) {
      const again = await explain(id, ...scenario, '--depth', '1')
      expect([again.id, again.value], id).toEqual([id, value])
    }
  },
  60_000,
)

it('the root answers to the name that was asked', async () => {
  expect((await explain('gap', '--depth', '1')).id).toBe(
    'gap[year=2029-30,category=total,benchmark=eu14,prices=2025-26]',
  )
  expect((await explain('gap', '--prices', 'nominal', '--depth', '1')).id).toBe(
    'gap[year=2029-30,category=total,benchmark=eu14]',
  )
})

it('an id with a part that no cell has is refused', async () => {
  const ended = await capgap(['explain', 'gap[when=2029-30]'])
  expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('"when"')])
})

it.each([
  ['gap.total[oecd] in 2027-28', ['gap', '--category', 'total', '--benchmark', 'oecd', '--year', '2027-28']],
  ['spend.digital', ['spend', '--category', 'digital']],
  ['gap[eu14-digital]', ['gap', '--benchmark', 'eu14-digital']],
])('%s names the cell as solve and brief do', async (name, options) => {
  const short = await capgap(['explain', name, '--depth', '1', '-q'])
  const long = await capgap(['explain', ...options, '--depth', '1', '-q'])
  expect([short.code, short.stdout]).toEqual([0, long.stdout])
})

it('a name with a word no figure has is refused with the nearest', async () => {
  const { code, stderr } = await capgap(['explain', 'gpa.total[eu14]'])
  expect(code).toBe(2)
  expect(stderr).toContain('There is no figure "gpa"')
  expect((await capgap(['explain', 'gap.total[eu41]'])).stderr).toContain('Did you mean "eu14"?')
})
