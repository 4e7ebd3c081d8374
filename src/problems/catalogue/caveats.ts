/** Headings of what is said on stderr beside an answer. */

export const ofTheData = 'Caveats of the data, by dataset:'
export const ofTheAnswer = 'Caveats of the answer:'

/** `(4 of 7 benchmarks)`: whom a caveat concerns; nothing where that is every benchmark asked about. */
export function concernsSome(benchmarks: number, of: number): string {
  return benchmarks === of ? '' : ` (${benchmarks} of ${of} benchmarks)`
}
