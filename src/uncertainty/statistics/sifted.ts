/**
 * What a sieve keeps of many draws of one number, put together: counts and sums of all of them, and those few among which
 * the quantiles lie (`siftedQuantiles` finds them). Sections are replicates: their draws come one section after another.
 */

/** What was kept of some draws of one number, every one a number; of a unit of work or of a whole section. */
export interface Sifted {
  readonly draws: number
  readonly sum: number
  /** Draws at most some limit, such as 0. */
  readonly atMost: number
  /** A window each: draws below its low end, and at most its low end. */
  readonly below: Float64Array
  readonly upToLow: Float64Array
  /** What lies in any window, in the order of the draws. */
  readonly inside: Float64Array
}

/** What was kept of all draws of a number, section by section, as parts of them came, in the order of the draws. */
export interface SiftedSections {
  add(section: number, part: Sifted): void
  /** One a section, in order: what lies in windows stands in one row. */
  sections(): readonly Sifted[]
}

/**
 * @param windows how many the draws are sifted by
 * @param room for what will lie in windows; where there is more, it moves
 */
export function createSiftedSections(windows: number, room: Float64Array): SiftedSections {
  let row = room
  let length = 0
  const totals: { -readonly [key in keyof Omit<Sifted, 'inside'>]: Sifted[key] }[] = []
  /** What sums lost to rounding (Neumaier 1974), and where sections end in the row. */
  const lost: number[] = []
  const ends: number[] = []
  return {
    add: (section, { draws, sum, atMost, below, upToLow, inside }) => {
      const total = (totals[section] ??= {
        ...{ draws: 0, sum: 0, atMost: 0 },
        ...{ below: new Float64Array(windows), upToLow: new Float64Array(windows) },
      })
      const next = total.sum + sum
      const larger = Math.abs(total.sum) >= Math.abs(sum)
      lost[section] = (lost[section] ?? 0) + (larger ? total.sum - next + sum : sum - next + total.sum)
      total.sum = next
      total.draws += draws
      total.atMost += atMost
      for (let window = 0; window < windows; window += 1) {
        total.below[window] = (total.below[window] as number) + (below[window] as number)
        total.upToLow[window] = (total.upToLow[window] as number) + (upToLow[window] as number)
      }
      if (row.length < length + inside.length) {
        const wider = new Float64Array(Math.max(length + inside.length, Math.ceil(1.5 * row.length)))
        wider.set(row.subarray(0, length))
        row = wider
      }
      row.set(inside, length)
      length += inside.length
      ends[section] = length
    },
    sections: () =>
      totals.map((total, section) => ({
        ...total,
        sum: total.sum + (lost[section] ?? 0),
        inside: row.subarray(ends[section - 1] ?? 0, ends[section]),
      })),
  }
}
