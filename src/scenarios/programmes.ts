import type { Shares } from '../figures/settings.ts'
import type { AdoptionSetting } from '../figures/settings-further.ts'
import { Decimal } from '../terms/decimal.ts'
import { programmes, type Programme } from '../terms/programme.ts'
import { percentText } from '../terms/quantity.ts'
import { financialYear } from '../terms/year.ts'
import type { Reader } from './reader.ts'

/** The whole of a programme’s money is in its sub-category. */
export function programmeSplit(programme: Programme | undefined): Shares | undefined {
  return programme && new Map([[programmes[programme].subCategory, new Decimal(1)]])
}

/** The key `adoption` of a measure, read from a scenario and written back. */
export function adoption(measure: Reader): AdoptionSetting {
  const entry = measure.child('adoption')
  if (entry === undefined) throw new Error(`${measure.id()} of a checked scenario has no adoption`)
  return {
    start: entry.share('start'),
    ceiling: entry.share('ceiling'),
    midpoint: entry.year('midpoint'),
    source: entry.text('source'),
    said: entry.said('ceiling'),
  }
}

export function adoptionWritten({ start, ceiling, midpoint, source }: AdoptionSetting) {
  return {
    start: percentText(start),
    ceiling: percentText(ceiling),
    midpoint: financialYear(midpoint),
    source,
  }
}
