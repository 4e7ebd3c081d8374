/** Lists of ids of two scenarios: measures apply in the order in which they are listed. */

/** The id of a measure or benchmark. */
export function byKey({ id }: { readonly id: string }): string {
  return id
}

/** Whether ids that both lists hold stand in the same order in both. */
export function sameOrder(first: readonly string[], second: readonly string[]): boolean {
  const common = first.filter((id) => second.includes(id))
  return second.filter((id) => first.includes(id)).every((id, index) => id === common[index])
}

/**
 * The ids of both lists: those of the first in its order, each other one as late as its place in the second allows, so last
 * where nothing follows it (as when files are stacked). Where `sameOrder` holds, either list is this one with the other's
 * own ids left out.
 */
export function mergedOrder(first: readonly string[], second: readonly string[]): string[] {
  const merged = [...first]
  for (const [index, id] of second.entries()) {
    if (merged.includes(id)) continue
    const next = second.slice(index + 1).find((each) => merged.includes(each))
    merged.splice(next === undefined ? merged.length : merged.indexOf(next), 0, id)
  }
  return merged
}
