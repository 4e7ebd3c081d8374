/** How a chart is drawn. */
export interface ChartOptions {
  readonly width: number
  /** Draw with block characters; otherwise with what every device prints. */
  readonly blocks: boolean
}
