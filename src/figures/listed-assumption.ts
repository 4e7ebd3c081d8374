/** A value the model assumes, as it is listed. */
export interface ListedAssumption {
  readonly name: string
  readonly label: string
  /** `percent` values are written `5%`; `money` is GBP million of the day, `£200m`; `number` is a bare rate. */
  readonly unit: 'percent' | 'money' | 'number'
  /** Of money that is not of the day: the financial year whose prices it is in. */
  readonly prices?: string
  /** Whether it may differ by year (`{2025-26: 0%, 2029-30: 3%}`: straight lines between, flat outside). */
  readonly yearly: boolean
  readonly default: string
  /** What it does and where the default comes from. */
  readonly note: string
  /** Keys of sources.csv, empty where the default rests on no publication. */
  readonly sources: readonly string[]
}
