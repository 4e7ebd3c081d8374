import leven from 'leven'

/**
 * The known word nearest to a mistyped one, or undefined when none is near enough to be meant
 * (a third of its letters wrong, or more; or all of them: `UK` is not meant for `AUS`).
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const lower = word.toLowerCase()
  let best: string | undefined
  let bestDistance = Infinity
  for (const candidate of known) {
    const distance = leven(lower, candidate.toLowerCase())
    if (distance < bestDistance || (distance === bestDistance && best !== undefined && candidate < best)) {
      best = candidate
      bestDistance = distance
    }
  }
  const reach = Math.min(word.length - 1, Math.max(2, Math.floor((best ?? '').length / 3)))
  return bestDistance <= reach ? best : undefined
}
