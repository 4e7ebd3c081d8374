import { expect, it } from 'vitest'
import { eachOnce } from '../../src/terms/each-once.ts'

it('works a property when it is first read, and once, also where it has no value', () => {
  const asked: string[] = []
  const work = <T>(name: string, value: T) => {
    return (): T => {
      asked.push(name)
      return value
    }
  }
  const made = eachOnce<{ readonly groups: number; readonly nations: undefined }>({
    groups: work('groups', 3),
    nations: work('nations', undefined),
  })
  expect([Object.keys(made), asked]).toEqual([['groups', 'nations'], []])
  expect([made.nations, made.nations, made.groups, made.groups]).toEqual([undefined, undefined, 3, 3])
  expect(asked).toEqual(['nations', 'groups'])
})
