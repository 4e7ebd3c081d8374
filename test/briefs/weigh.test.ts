import { expect, test } from 'vitest'
import { worstFirst } from '../../src/briefs/weigh.ts'
import type { Problem } from '../../src/problems/problem.ts'

const problem = (code: string, severity: Problem['severity'] = 'error'): Problem => ({
  ...{ code, severity },
  ...{ found: code, advice: '' },
})
const stale = (old: string, now: string) => ({ problem: problem(`${old} → ${now}`), old, now })

test('the worst comes first: what cannot be worked, by hand, wrong signs, then how far a number is out', () => {
  const ranked = worstFirst([
    { problem: problem('mark-opens-line', 'warning') },
    { problem: problem('stale-block') },
    stale('£10bn', '£11bn'),
    stale('£3,000m', '£3.1bn'),
    stale('1.0412', '3.0000'),
    stale('−£0.1bn', '£0.1bn'),
    stale('spend is short', 'the sign of the gap is not established'),
    { problem: problem('hand-edited') },
    { problem: problem('prices-needed') },
  ])
  expect(ranked.map(({ code }) => code)).toEqual([
    'prices-needed',
    'hand-edited',
    '−£0.1bn → £0.1bn',
    'spend is short → the sign of the gap is not established',
    '1.0412 → 3.0000',
    '£10bn → £11bn',
    '£3,000m → £3.1bn',
    'stale-block',
    'mark-opens-line',
  ])
})
