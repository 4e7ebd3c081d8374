/**
 * Quantiles by selection. Definition 7 of Hyndman and Fan (1996), "Sample quantiles in statistical packages": with the n
 * values in order, the quantile of chance p lies at place p (n − 1), counted from 0, on the straight line between the
 * two values around it. It is what numpy, R and spreadsheets give by default.
 */

/** The values that are numbers, moved to the front of `values`: a view of them, in their order. */
export function withoutMissing(values: Float64Array): Float64Array {
  let kept = 0
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number
    if (!Number.isNaN(value)) values[kept++] = value
  }
  return values.subarray(0, kept)
}

/** One quantile a chance; NaN where there are no values. Reorders `values`, none of which is NaN. */
export function quantiles(values: Float64Array, chances: readonly number[]): Float64Array {
  if (values.length === 0) return new Float64Array(chances.length).fill(NaN)
  putInPlace(values, placesNeeded(values.length, chances))
  return Float64Array.from(chances, (chance) =>
    between(values.length, chance, (place) => values[place] as number),
  )
}

/** Puts at each of these places, which ascend, the value that sorting would put there. Reorders `values`, none NaN. */
export function putInPlace(values: Float64Array, places: readonly number[]): void {
  select(values, 0, values.length - 1, places, 0, places.length - 1, 2 * (32 - Math.clz32(values.length)))
}

/** The quantile of a chance, given the value at each place in order. */
export function between(count: number, chance: number, valueAt: (place: number) => number): number {
  const exact = chance * (count - 1)
  const place = Math.floor(exact)
  // A zero has no sign: −0 + 0 is 0.
  const low = valueAt(place) + 0
  return exact === place ? low : low + (valueAt(place + 1) - low) * (exact - place)
}

/** The places whose values these quantiles need, ascending, each once. */
export function placesNeeded(count: number, chances: readonly number[]): number[] {
  const places = chances.flatMap((chance) => {
    const exact = chance * (count - 1)
    return [Math.floor(exact), Math.ceil(exact)]
  })
  return [...new Set(places)].sort((a, b) => a - b)
}

/** Below this a run is sorted. */
const few = 16

/**
 * Puts at each of places[first .. last] the value that sorting values[low .. high] would put there: quickselect (Hoare
 * 1961) that goes down both sides where places lie on both; sorts a part that has been cut too often to no avail.
 */
function select(
  values: Float64Array,
  low: number,
  high: number,
  places: readonly number[],
  first: number,
  last: number,
  cuts: number,
): void {
  if (first > last || low >= high) return
  if (high - low < few) {
    insert(values, low, high)
    return
  }
  if (cuts === 0) {
    values.subarray(low, high + 1).sort()
    return
  }
  const pivot = medianOf(values, low, high)
  let left = low
  let right = high
  while (left <= right) {
    while ((values[left] as number) < pivot) left++
    while ((values[right] as number) > pivot) right--
    if (left > right) break
    const moved = values[left] as number
    values[left] = values[right] as number
    values[right] = moved
    left++
    right--
  }
  // What lies between `right` and `left` is in its place. Places up to `right` are to the left, from `left` to the right.
  let leftLast = first - 1
  while (leftLast < last && (places[leftLast + 1] as number) <= right) leftLast++
  let rightFirst = leftLast + 1
  while (rightFirst <= last && (places[rightFirst] as number) < left) rightFirst++
  select(values, low, right, places, first, leftLast, cuts - 1)
  select(values, left, high, places, rightFirst, last, cuts - 1)
}

/** Sorts a short run by insertion, which costs less than a call of the engine's own sort. */
function insert(values: Float64Array, low: number, high: number): void {
  for (let k = low + 1; k <= high; k++) {
    const value = values[k] as number
    let to = k
    for (; to > low && (values[to - 1] as number) > value; to--) values[to] = values[to - 1] as number
    values[to] = value
  }
}

/** The median of nine values spread over the run, by threes (Tukey's ninther). */
function medianOf(values: Float64Array, low: number, high: number): number {
  const step = Math.floor((high - low) / 8)
  const at = (k: number): number => values[low + k * step] as number
  return median(median(at(0), at(1), at(2)), median(at(3), at(4), at(5)), median(at(6), at(7), at(8)))
}

function median(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
