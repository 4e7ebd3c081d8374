import { expect, it } from 'vitest'
import { createTracker } from '../../src/engine/tracker.ts'

const loop = (): Error => new Error('it asks for itself')

it('works an answer again when something it read has changed, and only then', () => {
  const tracker = createTracker()
  let worked = 0
  const answer = tracker.memo(() => {
    tracker.read(1)
    worked += 1
    return worked
  }, loop)
  expect([answer(), answer()]).toEqual([1, 1])
  tracker.change(2)
  expect(answer()).toBe(1)
  tracker.change(1)
  expect(answer()).toBe(2)
})

it('asks again what threw, says why each time, and keeps nothing of what it had read', () => {
  const tracker = createTracker()
  let broken = true
  const inner = tracker.memo(() => {
    tracker.read(3)
    if (broken) throw new Error('the scenario is broken')
    return 'mended'
  }, loop)
  expect(inner).toThrow('the scenario is broken')
  expect(inner).toThrow('the scenario is broken')
  let worked = 0
  const other = tracker.memo(() => (worked += 1), loop)
  other()
  broken = false
  expect(inner()).toBe('mended')
  tracker.change(3)
  other()
  expect(worked).toBe(1)
})

it('an answer that asks for itself throws what it was given', () => {
  const tracker = createTracker()
  const answer: () => number = tracker.memo(() => answer() + 1, loop)
  expect(answer).toThrow('it asks for itself')
})
