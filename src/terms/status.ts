/**
 * How firm a number is. A worked figure is as firm as the weakest of its inputs:
 * outturn > estimate > plan > forecast, projection > assumption.
 */
export const statuses = ['outturn', 'estimate', 'plan', 'forecast', 'projection', 'assumption'] as const
export type Status = (typeof statuses)[number]

const rank: Readonly<Record<Status, number>> = {
  outturn: 0,
  estimate: 1,
  plan: 2,
  forecast: 3,
  projection: 3,
  assumption: 4,
}

/** The rank of a status, 0 the firmest; forecast and projection share one. */
export function statusRank(status: Status): number {
  return rank[status]
}

/** The weaker of two statuses; a forecast beside a projection is called a forecast, whichever comes first. */
export function weaker(a: Status, b: Status): Status {
  if (a === b) return a
  if (rank[a] === rank[b]) return 'forecast'
  return rank[a] > rank[b] ? a : b
}

export function isStatus(text: string): text is Status {
  return (statuses as readonly string[]).includes(text)
}
