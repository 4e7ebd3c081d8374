import type { Hold, Profile } from '../figures/settings.ts'
import type { YearRange } from '../terms/year.ts'

/** What a scenario means where it says nothing (docs/scenario-format.md; MODEL.md 3 to 5). */
export const defaults = {
  prices: 'nominal',
  economy: 'obr-2026-03',
  election: '2024-07-04',
  series: 'dhsc-capital',
  afterPlans: 'flat-real',
  split: 'trust-accounts',
  group: 'eu14',
  comparatorSeries: 'who',
  asset: 'total',
  weighting: 'simple',
  nations: 'complete',
  window: { from: 2010, to: 2019 },
  subject: 'GBR',
  /** More capital is new money unless a measure says that it comes out of the same budget. */
  measureEnvelope: 'new-money',
  benchmarkEnvelope: 'fixed',
  /** A backlog is cleared whole unless a benchmark leaves a part. */
  backlogTarget: '0',
} as const

const holdByProfile: Readonly<Record<Profile, Hold>> = {
  level: 'stop',
  total: 'stop',
  schedule: 'stop',
  ramp: 'real',
  growth: 'real',
  'reach-gdp-share': 'share',
  'reach-budget-share': 'share',
  adoption: 'real',
}

/** What a measure does after its last year unless it says. */
export function defaultHold(profile: Profile): Hold {
  return holdByProfile[profile]
}

/** The years of a window whose mean share is held unless a benchmark says: the last five, or all of a shorter one. */
export function lastFiveOf(window: YearRange): YearRange {
  return { from: Math.max(window.from, window.to - 4), to: window.to }
}
