/** What `scenario graph` writes in its boxes. */

export function graphTitle(scenario: string): string {
  return `Which figures feed which in ${scenario}: data, scenario, figures, outputs`
}

export function datasetWords(title: string, rows: number, vintage: string | undefined): string {
  const named = vintage === undefined ? '' : `, vintage ${vintage}`
  return `${title}: ${rows} ${rows === 1 ? 'row' : 'rows'} read${named}`
}

export function scenarioPart(key: string): string {
  return `scenario: ${key}`
}
