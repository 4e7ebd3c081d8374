import { describe, expect, test } from 'vitest'
import { progressLine } from '../../src/cli/progress.ts'
import { progress } from '../../src/problems/catalogue/simulate-usage.ts'
import { capgap } from './fake-io.ts'

const words = (done: number, wanted: number) => `${done} of ${wanted}`

describe('progress is said', () => {
  /** What stands on stderr after one loop that keeps the thread for so many milliseconds. */
  function said(onTerminal: boolean, quiet: boolean, wait: number): string {
    let text = ''
    let now = 5_000_000
    const io = {
      stderr: (more: string) => void (text += more),
      errorsOnTerminal: onTerminal,
      elapsed: () => now,
    }
    const line = progressLine(io, quiet, words)
    now += wait
    line.show(1, 2)
    line.show(1, 2)
    line.clear()
    return text
  }

  test('once a command takes over a second, on a line that is taken away', () => {
    expect(said(true, false, 1001)).toBe('\r1 of 2\u001B[K\r\u001B[K')
  })

  test.each([
    ['before that', true, false, 900],
    ['where no terminal is', false, false, 2000],
    ['with -q', true, true, 2000],
  ] as const)('not %s', (_case, onTerminal, quiet, wait) => {
    expect(said(onTerminal, quiet, wait)).toBe('')
  })

  test('ten times a second at most, and at the end', () => {
    let text = ''
    let now = 0
    const io = { stderr: (more: string) => void (text += more), errorsOnTerminal: true, elapsed: () => now }
    const line = progressLine(io, false, words)
    for (now = 1001; now <= 2000; now++) line.show(now, 2000)
    const shown = text.split('\r').filter((each) => each !== '')
    expect(shown).toHaveLength(11)
    expect([shown[0], shown.at(-1)]).toEqual(['1001 of 2000\u001B[K', '2000 of 2000\u001B[K'])
  })

  test('in whole draws', () => {
    expect(progress((1_048_576 * 1) / 3, 1_048_576)).toBe('Drawing: 349,525 of 1,048,576')
  })

  test('also by a command that works through without a pause', async () => {
    let now = 0
    const slow = { errorsOnTerminal: true, elapsed: () => (now += 600) }
    const asked = ['--curve', '--category', 'infrastructure', '--no-chart', '-o', 'curve.csv']
    const { stderr } = await capgap(['sensitivity', ...asked], slow)
    expect(stderr).toMatch(/Working combinations: \d+%/)
  })
})
