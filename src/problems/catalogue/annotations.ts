/** Said in the last annotation when there are more than a step shows. */
export function hiddenAnnotations(count: number): string {
  return `and ${count} more; the log of this step holds them all`
}
