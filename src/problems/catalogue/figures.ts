/** What FIGURES.md says beside the declarations. */

export function figuresIntro(count: number): string[] {
  return [
    `Every figure of the model, ${count} in all, printed from its declaration: name, label, unit, formula in words, inputs, source.`,
    'A test holds this page to the code. To write it anew: npx vitest run test/reports/figures.test.ts --update',
    'A name is what "capgap explain" takes. Money that run prints is the figure of that name put into the prices asked for: × the deflator of the price year ÷ the deflator of its own year. GBP million unless the unit says otherwise; "of the day" is nominal money.',
  ]
}

export const chapterTitles: Readonly<Record<string, string>> = {
  '2': 'Chapter 2: Prices, GDP, population',
  '3': 'Chapter 3: Comparators and the bridge',
  '4': 'Chapter 4: Spend',
  '5': 'Chapter 5: Requirement and gap',
  '6': 'Chapter 6: Stocks, backlog, delivery',
  data: 'Read from the data',
  scenario: 'Read from the scenario',
}

/** `one of: total: baseline-total; category: baseline-in-category`. */
export function oneOf(ways: readonly (readonly [name: string, figure: string])[]): string {
  const [only, ...more] = ways
  if (only !== undefined && more.length === 0) return `same as ${only[1]}`
  return `one of: ${ways.map(([way, figure]) => (way === figure ? way : `${figure} (${way})`)).join(', ')}`
}

export function carriedOn(opening: string, formula: string): string {
  return `${opening} where there is one, else ${formula}`
}

export const theYearBefore = 'the same a year before'

/** A figure gathered over a dimension: `each capital budget per pound`. */
export function eachOf(label: string): string {
  return `each ${label}`
}

export function elsewhere(label: string, name: string): string {
  return `${label} (${name})`
}

export function fromDataset(dataset: string): string {
  return `a row of data/${dataset}`
}

export const fromBaselineDataset = 'a row of the dataset the scenario takes as its baseline'
export const fromScenario = 'stated by the scenario, or counted from its years'
export const fromModel = 'a constant'
