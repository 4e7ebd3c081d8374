import * as words from '../../problems/catalogue/scenario-words.ts'
import * as say from '../../problems/catalogue/scenarios.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Reader } from '../reader.ts'
import type { Check } from './check.ts'

/** What a measure's profile or a benchmark's kind takes: an example for each key it needs, and the keys it may have. */
interface Taken {
  readonly needs: Readonly<Record<string, string>>
  readonly may?: readonly string[]
}

const measureKeys =
  'id title source profile prices from to hold split revenue programme before-election'.split(' ')

const byProfile: Readonly<Record<string, Taken>> = {
  level: { needs: { amount: '£6.4bn', from: '2025-26', to: '2027-28' } },
  ramp: { needs: { amount: '£6.4bn', from: '2025-26', to: '2029-30' } },
  total: { needs: { amount: '£5bn', from: '2025-26', to: '2029-30' } },
  schedule: { needs: { amounts: '{2025-26: £1bn, 2026-27: £2bn}' } },
  growth: { needs: { rate: '2%', from: '2025-26' } },
  'reach-gdp-share': { needs: { share: '0.5%', from: '2025-26', to: '2029-30' } },
  'reach-budget-share': { needs: { share: '10%', from: '2025-26', to: '2034-35' }, may: ['envelope'] },
  adoption: {
    needs: { amount: '£400m', from: '2026-27', adoption: '{start: 2%, ceiling: 80%, midpoint: 2029-30}' },
  },
}

const benchmarkKeys = 'id kind title source split category'.split(' ')
const comparatorKeys = 'series asset weighting nations window hold'.split(' ')

const byKind: Readonly<Record<string, Taken>> = {
  'comparator-share': { needs: { group: 'eu14' }, may: comparatorKeys },
  'stated-share': { needs: { share: '0.6%' }, may: ['within'] },
  'stated-level': { needs: { amount: '£14.1bn' }, may: ['prices', 'from', 'to'] },
  'stated-additional': { needs: { amount: '£6.4bn' }, may: ['prices', 'from', 'to', 'frozen'] },
  'budget-share': { needs: { share: '10%', from: '2025-26', by: '2034-35' }, may: ['envelope'] },
  'catch-up': {
    needs: { group: 'eu14', from: '2025-26', by: '2034-35' },
    may: [...comparatorKeys, 'depreciation'],
  },
  'clear-backlog': { needs: { by: '2034-35' }, may: ['target', 'planned'] },
}

/** Each profile and kind has the keys it needs and none it would ignore. */
export const keysTaken: Check = ({ root }) => [
  ...root.list('measures').flatMap((entry) => keysOf(entry, 'measure', 'profile', byProfile, measureKeys)),
  ...root.list('benchmarks').flatMap((entry) => keysOf(entry, 'benchmark', 'kind', byKind, benchmarkKeys)),
  ...statedKeys(root.child('baseline')?.child('stated')),
]

function keysOf(
  entry: Reader,
  what: string,
  by: 'profile' | 'kind',
  table: Readonly<Record<string, Taken>>,
  common: readonly string[],
): Problem[] {
  const name = entry.text(by)
  if (name === undefined) {
    return [
      say.keyRequired(entry.place(), by, words.entryCalled(what, entry.id()), Object.keys(table)[0] ?? ''),
    ]
  }
  const taken = Object.hasOwn(table, name) ? table[name] : undefined
  if (taken === undefined) return []
  const own = [...Object.keys(taken.needs), ...(taken.may ?? [])]
  const allowed = new Set([...common, ...own])
  const called = words.entryOfKind(what, by, name)
  return [
    ...entry
      .keys()
      .filter((key) => !allowed.has(key) && isKeyOfAny(key, table))
      .map((key) => say.keyNotTaken(entry.place(key, 'key'), key, called, own)),
    ...Object.entries(taken.needs)
      .filter(([key]) => !entry.has(key))
      .map(([key, example]) =>
        say.keyRequired(entry.place(), key, words.entryCalled(what, entry.id()), example),
      ),
  ]
}

/** Keys no profile takes at all are unknown keys, and reported as such. */
function isKeyOfAny(key: string, table: Readonly<Record<string, Taken>>): boolean {
  return Object.values(table).some(
    ({ needs, may }) => Object.hasOwn(needs, key) || may?.includes(key) === true,
  )
}

function statedKeys(stated: Reader | undefined): Problem[] {
  if (stated === undefined) return []
  return Object.entries({ amount: '£7.7bn', in: '2023-24' })
    .filter(([key]) => !stated.has(key))
    .map(([key, example]) => say.keyRequired(stated.place(), key, words.statedBaseline(), example))
}
