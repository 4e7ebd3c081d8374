/** What stands over and under the tables of a nation's past, and the page on digital. */

export function historyTitle(label: string): string {
  return `${label}: the subject and the nations it is compared with`
}

export function historySubtitle(unit: string, window: string): string {
  return `${unit}, money of the day, calendar years, ${window}`
}

export function historyHeadline(figures: number, nations: number, window: string): string {
  return `${figures} ${figures === 1 ? 'figure' : 'figures'} of ${nations} nations over ${window}. A nation without figures in these years is left out of its table; CSV and JSON say why each is missing.`
}

export const historyNotes: Readonly<Record<string, string>> = {
  government:
    'Government is central government for the UK and all of government elsewhere; hospitals outside government are left out everywhere, and most German hospitals are. It is inside what all funders invest, not beside it.',
  stock:
    'Net stock at the end of the year, at what replacing it would cost: yearly for the UK, 2020 alone elsewhere. In national currency; compare nations by share of GDP.',
  workers: 'Health workers are doctors, nurses and midwives; nations count different staff.',
}

export const digitalHeadline =
  'Four kinds of evidence on digital, side by side: what is invested each year, what stands, what others cost the need at, and what the leading nations invest. They need not agree, and none of them alone is a gap.'

export const digitalTables = {
  flow: {
    title: 'The flow: digital investment a year, share of GDP',
    can: 'Can show: like with like, all funders, ICT equipment, software and databases in human health, national accounts.',
    cannot:
      'Cannot show: whether it is enough, or well spent. Other nations have 2020 alone, a Covid year; methods for software differ, and UK ICT equipment is apportioned and swings, so the UK’s is a mean of years.',
  },
  stock: {
    title: 'The stock: what digital capital stands',
    can: 'Can show: what is left of past investment, and for how many workers.',
    cannot:
      'Cannot show: what it does. Nations write software off at different speeds; Denmark and Portugal print no digital stock, and only the UK has more than one year.',
  },
  need: {
    title: 'The need: what others cost it at',
    can: 'Can show: what a study thinks has to be done, and what it costs to run.',
    cannot:
      'Cannot show: that no more is needed, or that plans do not hold some of it already. Scopes differ: some hold social care, revenue, or money outside the capital budget.',
  },
  leaders: {
    title: 'The leaders: UK digital investment at their share of GDP',
    can: 'Can show: what the three highest nations of 2020 invested, and what that would be in the UK.',
    cannot:
      'Cannot show: that the UK needs as much: leaders may be catching up, and one year of one nation is thin evidence.',
  },
  'it-per-head': {
    title: 'The past: spending on information technology in health per head, mid 2000s',
    can: 'Can show: where nations stood before the last two decades, capital and running cost together.',
    cannot: 'Cannot show: today. One study, its year not printed, nations not fully comparable.',
  },
} as const

export function shareOfNations(group: string, count: number, how: string): string {
  return `${group}, ${how} of ${count} nations`
}

export const ukMean = (years: string): string => `GBR, mean of ${years}`
export const atLeader = (nation: string): string => `UK at the share of ${nation}`
export const actualUk = 'UK, as it was'
