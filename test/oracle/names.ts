import * as model from '../../src/figures/index.ts'
import { counted, series, statedMoney, type ModelFigure } from '../../src/figures/model.ts'
import { everyPrintable } from '../../src/figures/further/every-printable.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { parseCalendarYear, parseFinancialYear } from '../../src/terms/year.ts'
import { deliveryNames } from './delivery-names.ts'
import type { Series } from './expected.ts'

/** What the second method's names mean in the model: the figure, the cell, and by how much the two's units differ. */
export interface Meaning {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- figures of many units stand in one table
  readonly figure: ModelFigure<any>
  readonly cell: Cell
  /** Ours times this is the oracle's: we hold ratios where it prints percent. */
  readonly times?: 100
}

type Meanings = Readonly<Record<string, (series: Series, label: string) => Meaning>>

/** A hundred million pounds, of the day or of 2025-26, to be carried from one to the other by the model's own means. */
const hundred = new Decimal(100)
const hundredWords = { dims: ['year'], source: 'test/oracle' } as const
const hundredOfTheDay = series({
  ...hundredWords,
  name: 'hundred-of-the-day',
  label: 'a hundred million pounds of the day',
  unit: 'nominal cdel',
  read: () => counted(hundred),
})
const hundredOf2025 = series({
  ...hundredWords,
  name: 'hundred-of-2025-26',
  label: 'a hundred million pounds of 2025-26',
  unit: 'real cdel',
  read: () => statedMoney({ amount: hundred, prices: { year: 2025 } }, 'assumption', undefined),
})
const hundredInNominal = model.ofTheDay({
  name: 'hundred-of-2025-26-of-the-day',
  label: 'a hundred million pounds of 2025-26, moved to money of the day',
  dims: hundredWords.dims,
  nominal: hundredOfTheDay,
  real: hundredOf2025,
  basis: () => ({ year: 2025 }),
})
const hundredInReal = model.printed(hundredOfTheDay)

const yearly = (label: string): Cell => ({ year: known(parseFinancialYear(label), label) })
const bridgeEnds: Readonly<Record<string, string>> = { mean: 'central', lowest: 'low', highest: 'high' }

/** Names that are the oracle's own; every other name is that of a figure `run` prints. */
const ownNames: Meanings = {
  ...deliveryNames,
  'uk-gdp': (_series, label) => ({ figure: model.gdp, cell: yearly(label) }),
  'gdp-deflator': (_series, label) => ({ figure: model.deflator, cell: yearly(label) }),
  'population-england': (_series, label) => ({ figure: model.population, cell: yearly(label) }),
  'hundred-nominal-in-real': (_series, label) => ({ figure: hundredInReal, cell: yearly(label) }),
  'hundred-real-in-nominal': (_series, label) => ({ figure: hundredInNominal, cell: yearly(label) }),
  // Mid-2022 is the only year it is worked for.
  'england-share': () => ({ figure: model.englandShare, cell: {} }),
  recovery: ({ benchmark }) => ({
    figure: model.recovery,
    cell: { benchmark: known(benchmark, 'recovery'), band: 'central' },
  }),
}

/** What one cell of a scenario's series means. */
export function meaningInRun(wanted: Series, label: string): Meaning {
  const own = ownNames[wanted.figure]
  if (own !== undefined) return own(wanted, label)
  const { figure } = known(
    everyPrintable.find(({ name }) => name === wanted.figure),
    wanted.figure,
  )
  const { benchmark = '', category = 'total' } = wanted
  const cell = { ...yearly(label), benchmark, category }
  return wanted.unit === 'percent of GDP' ? { figure, cell, times: 100 } : { figure, cell }
}

/** What one cell of the bridge of a series (`who`, `national-accounts`) means: one year, or an end of its band. */
export function meaningInBridge(seriesName: string, label: string): Meaning {
  const band = bridgeEnds[label]
  return band === undefined
    ? { figure: model.bridgeYear, cell: { ...yearly(label), series: seriesName } }
    : { figure: model.bridge, cell: { series: seriesName, band } }
}

/** Look-back figures of one year … */
const lookbackYears: Readonly<Record<string, Omit<Meaning, 'cell'>>> = {
  actual: { figure: model.printedActual.printed },
  counterfactual: { figure: model.printedCounterfactual.printed },
  gap: { figure: model.printedLookbackGap.printed },
  'comparator-share': { figure: model.comparatorShare, times: 100 },
}

/** … and over the whole window. */
const lookbackTotals: Readonly<Record<string, Omit<Meaning, 'cell'>>> = {
  actual: { figure: model.printedActual.total },
  counterfactual: { figure: model.printedCounterfactual.total },
  gap: { figure: model.printedLookbackGap.total },
  'gap-percent': { figure: model.lookbackGapPercentTotal, times: 100 },
}

/** What one cell of a look-back means. */
export function meaningInLookback(wanted: Series, label: string): Meaning {
  const comparator = 'lookback'
  if (label === 'total')
    return { ...known(lookbackTotals[wanted.figure], wanted.figure), cell: { comparator } }
  const calendarYear = known(parseCalendarYear(label), label)
  return { ...known(lookbackYears[wanted.figure], wanted.figure), cell: { comparator, calendarYear } }
}

function known<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`the expected files name ${what}, which this table does not know`)
  return found
}
