import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { progressLine } from '../../src/cli/progress.ts'

const words = (done: number, wanted: number) => `${done} of ${wanted}`

describe('progress is said', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function said(onTerminal: boolean, quiet: boolean, wait: number): string {
    let text = ''
    const io = { stderr: (more: string) => void (text += more), errorsOnTerminal: onTerminal }
    const line = progressLine(io, quiet, words)
    vi.advanceTimersByTime(wait)
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
})
