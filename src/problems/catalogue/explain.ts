/** What an explanation says beside numbers: the scenario's lines, assumptions, vintages. */

/** Where a value was said, with its key: `my-plan.yaml:12: measures.uplift.amount: £2bn`. */
export function saidSentence(key: string, won: { file: string; line: number; text: string }): string {
  return `${lineWords(won)}: ${key}: ${won.text}`
}

/** A value another one replaced: `instead of base.yaml:20: £6.4bn`. */
export function insteadOfSentence(lost: { file: string; line: number; text: string }): string {
  return `instead of ${lineWords(lost)}: ${lost.text}`
}

/** An option has one line only, and `--set` is counted: `--set (the 2nd)` would read worse than `--set:2`. */
export function lineWords({ file, line }: { file: string; line: number }): string {
  return file === '--as-of' || file === '--prices' ? file : `${file}:${line}`
}

export function defaultAssumptionSentence(name: string, worth: string, note: string): string {
  return `assumption "${name}" at its default, ${worth}: ${note}`
}

export function whySentence(why: string): string {
  return `why: ${why}`
}

/** `by NHS Confederation, on 2026-11-22`; only what is said. */
export function madeBySentence(by: string | undefined, on: string | undefined): string {
  return [by === undefined ? [] : [`by ${by}`], on === undefined ? [] : [`on ${on}`]].flat().join(', ')
}

export function claimSourceSentence(citation: string, id: string): string {
  return `source: ${citation} [${id}]`
}

export function vintageSentence(vintage: string, wanted: string): string {
  return vintage === wanted
    ? `vintage ${vintage}, as the run’s economy asks`
    : `vintage ${vintage}, the latest: the dataset has no ${wanted}`
}

export function dateSentence(asOf: string): string {
  return `only what was published by ${asOf}`
}

/** Why a row of another vintage was not used. */
export function otherVintage(vintage: string): string {
  return `another vintage, ${vintage}`
}
