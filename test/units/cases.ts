/**
 * What the types refuse, and beside each the nearest thing that they take. Both are compiled; the refused one must fail
 * on the line shown and nowhere else, for the reason shown.
 */
export interface UnitCase {
  readonly what: string
  readonly refused: string
  /** Words of the compiler's message: what met what. */
  readonly because: readonly string[]
  readonly taken: string
}

/** What every snippet may use. */
export const preamble = `
import type { Calculator, Value } from '../../src/engine/calculator.ts'
import { declarations, type Figure } from '../../src/engine/figure.ts'
declare const calc: Calculator
declare const nominalCdel: Value<'nominal cdel'>
declare const realCdel: Value<'real cdel'>
declare const outputCdel: Value<'output cdel'>
declare const nominalRdel: Value<'nominal rdel'>
declare const englandGfcf: Value<'nominal england-gfcf'>
declare const ukGfcf: Value<'nominal uk-gfcf'>
declare const calendarGfcf: Value<'nominal gfcf-cy'>
declare const ukGdp: Value<'nominal uk-gdp'>
declare const realGdp: Value<'real uk-gdp'>
declare const calendarGdp: Value<'nominal gdp-cy'>
declare const cdelPerGdp: Value<'cdel per uk-gdp'>
declare const cdelPerGfcf: Value<'cdel per england-gfcf'>
declare const ratio: Value<'ratio'>
declare const percent: Value<'percent'>
declare const count: Value<'count'>
declare const englandPeople: Value<'england-people'>
declare const ukPeople: Value<'uk-people'>
declare const financialDeflator: Value<'financial deflator'>
declare const calendarDeflator: Value<'calendar deflator'>
declare const base: Value<'price base'>
const { variable, gathered, carried, choice, at, over } = declarations<object>()
declare const budget: Figure<'nominal cdel', object>
declare const budgetReal: Figure<'real cdel', object>
declare const budgetPrinted: Figure<'output cdel', object>
declare const resource: Figure<'nominal rdel', object>
const words = { name: 'made', label: 'Made', dims: ['year'], source: 'a test' } as const
export { calc, variable, gathered, carried, choice, at, over, words }
export { nominalCdel, realCdel, outputCdel, nominalRdel, englandGfcf, ukGfcf, calendarGfcf, ukGdp, realGdp, calendarGdp }
export { cdelPerGdp, cdelPerGfcf, ratio, percent, count, englandPeople, ukPeople }
export { financialDeflator, calendarDeflator, base, budget, budgetReal, budgetPrinted, resource }
`

export const unitCases: readonly UnitCase[] = [
  {
    what: 'nominal minus real money',
    refused: 'calc.subtract(nominalCdel, realCdel)',
    because: ['nominal cdel', 'real cdel'],
    taken: 'calc.subtract(realCdel, calc.toReal(nominalCdel, financialDeflator, financialDeflator, base))',
  },
  {
    what: 'money in the prices printed plus money of the day',
    refused: 'calc.add(outputCdel, nominalCdel)',
    because: ['output cdel', 'nominal cdel'],
    taken: 'calc.add(outputCdel, outputCdel)',
  },
  {
    what: 'the capital budget (CDEL) minus investment (GFCF)',
    refused: 'calc.subtract(nominalCdel, englandGfcf)',
    because: ['nominal cdel', 'nominal england-gfcf'],
    taken: 'calc.subtract(nominalCdel, calc.times(cdelPerGfcf, englandGfcf))',
  },
  {
    what: 'England minus the UK',
    refused: 'calc.subtract(englandGfcf, ukGfcf)',
    because: ['nominal england-gfcf', 'nominal uk-gfcf'],
    taken:
      "calc.subtract(englandGfcf, calc.recast('nominal england-gfcf', calc.scale(ukGfcf, ratio), 'England’s part'))",
  },
  {
    what: 'calendar-year plus financial-year money',
    refused: 'calc.add(calendarGfcf, ukGfcf)',
    because: ['nominal gfcf-cy', 'nominal uk-gfcf'],
    taken:
      "calc.add(ukGfcf, calc.recast('nominal uk-gfcf', calc.financialFromCalendar(calendarGfcf, calendarGfcf), 'financial years'))",
  },
  {
    what: 'the calendar-year deflator on financial-year money',
    refused: 'calc.toReal(nominalCdel, calendarDeflator, calendarDeflator, base)',
    because: ['calendar deflator', 'financial deflator'],
    taken: 'calc.toReal(nominalCdel, financialDeflator, financialDeflator, base)',
  },
  {
    what: 'the financial-year deflator on calendar-year money',
    refused: 'calc.toReal(calendarGfcf, financialDeflator, financialDeflator, base)',
    because: ['financial deflator', 'calendar deflator'],
    taken: 'calc.toReal(calendarGfcf, calendarDeflator, calendarDeflator, base)',
  },
  {
    what: 'one deflator of each kind on the same money',
    refused: 'calc.toNominal(realCdel, financialDeflator, calendarDeflator)',
    because: ['calendar deflator', 'financial deflator'],
    taken: 'calc.toNominal(realCdel, financialDeflator, financialDeflator)',
  },
  {
    what: 'deflating what is real already',
    refused: 'calc.toReal(realCdel, financialDeflator, financialDeflator, base)',
    because: ['real', 'nominal'],
    taken: 'calc.rebase(realCdel, financialDeflator, financialDeflator, base)',
  },
  {
    what: 'rebasing money of the day',
    refused: 'calc.rebase(nominalCdel, financialDeflator, financialDeflator, base)',
    because: ['nominal', 'real'],
    taken: 'calc.rebase(realCdel, financialDeflator, financialDeflator, base)',
  },
  {
    what: 'capital plus resource budget, unless both are recast as parts of one budget',
    refused: 'calc.add(nominalCdel, nominalRdel)',
    because: ['nominal cdel', 'nominal rdel'],
    taken:
      "calc.add(calc.recast('nominal del', nominalCdel, 'a part'), calc.recast('nominal del', nominalRdel, 'a part'))",
  },
  {
    what: 'a share of nominal money in real money',
    refused: 'calc.share(nominalCdel, realGdp)',
    because: ['real', 'nominal'],
    taken: 'calc.share(nominalCdel, ukGdp)',
  },
  {
    what: 'a share of GDP times another measure than GDP',
    refused: 'calc.times(cdelPerGdp, nominalCdel)',
    because: ['uk-gdp', 'cdel'],
    taken: 'calc.times(cdelPerGdp, ukGdp)',
  },
  {
    what: 'a share of UK GDP times a calendar year’s GDP',
    refused: 'calc.times(cdelPerGdp, calendarGdp)',
    because: ['uk-gdp', 'gdp-cy'],
    taken: 'calc.times(cdelPerGdp, ukGdp)',
  },
  {
    what: 'printed percent where a ratio is meant',
    refused: 'calc.scale(nominalCdel, percent)',
    because: ['percent', 'ratio'],
    taken: "calc.scale(nominalCdel, calc.fromPercent('ratio', percent))",
  },
  {
    what: 'England’s money per head of the UK',
    refused: 'calc.perHead(nominalCdel, ukPeople)',
    because: ['uk-people', 'england-people'],
    taken: 'calc.perHead(nominalCdel, englandPeople)',
  },
  {
    what: 'a fraction as a number of years',
    refused: 'calc.power(ratio, ratio)',
    because: ['ratio', 'count'],
    taken: 'calc.power(ratio, count)',
  },
  {
    what: 'a bare number in a formula',
    refused: 'calc.scale(nominalCdel, 0.5)',
    because: ['number', 'ratio'],
    taken: 'calc.scale(nominalCdel, ratio)',
  },
  {
    what: 'a mean of unlike money',
    refused: 'calc.mean([nominalCdel, realCdel])',
    because: ['nominal cdel', 'real cdel'],
    taken: 'calc.mean([realCdel, realCdel])',
  },
  {
    what: 'a figure whose formula gives another unit than declared',
    refused:
      "variable({ ...words, unit: 'nominal cdel', from: { resource }, formula: (calc, from) => from.resource })",
    because: ['nominal rdel', 'nominal cdel'],
    taken:
      "variable({ ...words, unit: 'nominal rdel', from: { resource }, formula: (calc, from) => from.resource })",
  },
  {
    what: 'a ratio of two figures declared as money',
    refused:
      "variable({ ...words, unit: 'nominal cdel', from: { budget }, formula: (calc, from) => calc.ratio(from.budget, from.budget) })",
    because: ['ratio', 'nominal cdel'],
    taken:
      "variable({ ...words, unit: 'ratio', from: { budget }, formula: (calc, from) => calc.ratio(from.budget, from.budget) })",
  },
  {
    what: 'an input that was not declared',
    refused:
      "variable({ ...words, unit: 'nominal cdel', from: { budget }, formula: (calc, from) => from.resource })",
    because: ['resource', 'does not exist'],
    taken:
      "variable({ ...words, unit: 'nominal cdel', from: { budget }, formula: (calc, from) => from.budget })",
  },
  {
    what: 'a choice among figures of another unit',
    refused: "choice({ ...words, unit: 'nominal cdel', among: { resource }, pick: () => 'resource' })",
    because: ['nominal rdel', 'nominal cdel'],
    taken: "choice({ ...words, unit: 'nominal cdel', among: { budget }, pick: () => 'budget' })",
  },
  {
    what: 'a choice among figures one of which is of another unit',
    refused:
      "choice({ ...words, unit: 'nominal cdel', among: { budget, budgetReal }, pick: () => 'budget' })",
    because: ['real cdel', 'nominal cdel'],
    taken: "choice({ ...words, unit: 'output cdel', among: { budget, budgetReal }, pick: () => 'budget' })",
  },
  {
    what: 'a printed figure of other money',
    refused: "choice({ ...words, unit: 'output cdel', among: { resource }, pick: () => 'resource' })",
    because: ['nominal rdel', 'nominal cdel'],
    taken: "choice({ ...words, unit: 'output rdel', among: { resource }, pick: () => 'resource' })",
  },
  {
    what: 'picking what is not among the choices',
    refused: "choice({ ...words, unit: 'nominal cdel', among: { budget }, pick: () => 'another' })",
    because: ['another', 'budget'],
    taken:
      "choice({ ...words, unit: 'nominal cdel', among: { budget }, pick: () => ({ missing: 'none-today' }) })",
  },
  {
    what: 'a gathered input used as a single value',
    refused:
      "gathered({ ...words, unit: 'nominal cdel', from: { all: over(budget, () => []) }, formula: (calc, from) => calc.add(from.all, from.all) })",
    because: ['readonly Value', 'Value<'],
    taken:
      "gathered({ ...words, unit: 'nominal cdel', from: { all: over(budget, () => []) }, formula: (calc, from) => calc.sum(from.all) })",
  },
  {
    what: 'a single input used as a gathered one',
    refused:
      "variable({ ...words, unit: 'nominal cdel', from: { budget }, formula: (calc, from) => calc.sum(from.budget) })",
    because: ['Value<', 'readonly Value'],
    taken:
      "variable({ ...words, unit: 'nominal cdel', from: { budget }, formula: (calc, from) => calc.sum([from.budget]) })",
  },
  {
    what: 'an input at another cell, in another unit',
    refused:
      "variable({ ...words, unit: 'nominal cdel', from: { before: at(resource, (cell) => cell) }, formula: (calc, from) => from.before })",
    because: ['nominal rdel', 'nominal cdel'],
    taken:
      "variable({ ...words, unit: 'nominal cdel', from: { before: at(budget, (cell) => cell) }, formula: (calc, from) => from.before })",
  },
  {
    what: 'a carried figure that opens in another unit',
    refused:
      "carried({ ...words, unit: 'nominal cdel', opening: resource, opens: () => true, from: {}, formula: (calc, from) => from.lastYear })",
    because: ['nominal rdel', 'nominal cdel'],
    taken:
      "carried({ ...words, unit: 'nominal cdel', opening: budget, opens: () => true, from: {}, formula: (calc, from) => from.lastYear })",
  },
  {
    what: 'a unit that there is none of',
    refused:
      "variable({ ...words, unit: 'nominal capital', from: { budget }, formula: (calc, from) => from.budget as never })",
    because: ['nominal capital'],
    taken:
      "variable({ ...words, unit: 'nominal cdel', from: { budget }, formula: (calc, from) => from.budget })",
  },
]
