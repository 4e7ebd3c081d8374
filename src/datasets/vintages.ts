import { lastDayOf } from '../terms/date.ts'
import type { Observation, PassedOver } from '../terms/observation.ts'
import { statusRank } from '../terms/status.ts'

/** What `choose` came to. Reasons are slugs, which reports put in words. */
export type Choice =
  | {
      readonly kind: 'chosen'
      readonly observation: Observation
      readonly passedOver: readonly PassedOver[]
      /** Whether it was published after the as-of date it is used under. */
      readonly hindsight: boolean
    }
  | { readonly kind: 'missing'; readonly reason: string; readonly passedOver: readonly PassedOver[] }

export interface ChooseOptions {
  /** `YYYY-MM-DD`; undefined for everything published. */
  readonly asOf?: string | undefined
  /** The dataset's `asOfSide`: policy drops what was published later, economy keeps it as hindsight. */
  readonly side: 'policy' | 'economy'
}

/**
 * Chooses among the observations of one series and period (MODEL.md 1): outturn, then estimate, then plan, then
 * forecast or projection; among equals the latest published, by the last day its date can mean; then the first source
 * id. The order of the candidates changes nothing. Rows flagged `implausible-*` are always left out; a row without a
 * date of publication is never later than an as-of date, and one without a status is used as it stands.
 */
export function choose(candidates: readonly Observation[], options: ChooseOptions): Choice {
  const passedOver: PassedOver[] = []
  const open: Observation[] = []
  const inOrder = candidates.length > 1 ? [...candidates].sort(firmestFirst) : candidates
  for (const observation of inOrder) {
    const reason = exclusion(observation, options)
    if (reason === undefined) open.push(observation)
    else passedOver.push({ observation, reason })
  }
  const [observation, ...rest] = open
  if (observation === undefined) return { kind: 'missing', reason: missingReason(passedOver), passedOver }
  const beaten = rest.map((other) => ({ observation: other, reason: whyBeaten(other, observation) }))
  return {
    kind: 'chosen',
    observation,
    passedOver: [...beaten, ...passedOver],
    hindsight: options.side === 'economy' && publishedAfter(observation, options.asOf),
  }
}

function exclusion(observation: Observation, { asOf, side }: ChooseOptions): string | undefined {
  const implausible = observation.flags.find((flag) => flag.startsWith('implausible-'))
  if (implausible !== undefined) return implausible
  return side === 'policy' && publishedAfter(observation, asOf) ? 'published-after-as-of' : undefined
}

function publishedAfter(observation: Observation, asOf: string | undefined): boolean {
  return asOf !== undefined && lastDay(observation) > asOf
}

/** An as-of date is the reason that a reader can change, so it is named first. */
function missingReason(passedOver: readonly PassedOver[]): string {
  const reasons = passedOver.map(({ reason }) => reason)
  return reasons.includes('published-after-as-of')
    ? 'published-after-as-of'
    : ([...reasons].sort()[0] ?? 'no-observation')
}

function whyBeaten(other: Observation, chosen: Observation): string {
  if (rank(other) > rank(chosen)) return 'weaker-status'
  return lastDay(other) < lastDay(chosen) ? 'published-earlier' : 'other-source'
}

function firmestFirst(a: Observation, b: Observation): number {
  return (
    rank(a) - rank(b) ||
    compare(lastDay(b), lastDay(a)) ||
    compare(a.source, b.source) ||
    compare(Object.values(a.dimensions).join('\u0000'), Object.values(b.dimensions).join('\u0000')) ||
    compare(a.text, b.text)
  )
}

function rank(observation: Observation): number {
  return observation.status === undefined ? 0 : statusRank(observation.status)
}

function lastDay(observation: Observation): string {
  return lastDayOf(observation.published) ?? ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
