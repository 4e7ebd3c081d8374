/** Told of every dataset that is asked for a row, and of the source of every row chosen. */
export interface Reads {
  dataset(name: string): void
  source(id: string): void
}
