import type { Data } from '../datasets/data.ts'
import {
  comparatorAssets,
  comparatorSeries,
  nationRules,
  weightings,
  type LookbackSetting,
} from '../figures/settings.ts'
import {
  assetNeedsNationalAccounts,
  pricesOfAnotherNation,
  unknownLookbackWord,
} from '../problems/catalogue/lookback.ts'
import { nearest } from '../problems/nearest.ts'
import { exitCodes, ProblemsError, type Problem } from '../problems/problem.ts'
import type { YearRange } from '../terms/year.ts'
import { knownNames } from './known-names.ts'
import type { ModelRun } from './run.ts'

/** What a command line says of a look-back, as text; absent parts come from the scenario, else from the defaults. */
export interface LookbackWords {
  readonly group?: string | undefined
  readonly window?: YearRange | undefined
  readonly weighting?: string | undefined
  readonly nations?: string | undefined
  readonly subject?: string | undefined
  readonly series?: string | undefined
  readonly asset?: string | undefined
}

/** The look-back of the Health Foundation's 2022 comparison. */
export const defaultLookback: LookbackSetting = {
  group: 'eu14',
  window: { from: 2010, to: 2019 },
  weighting: 'simple',
  nations: 'complete',
  subject: 'GBR',
  series: 'who',
  asset: 'total',
}

/**
 * The run with its look-back settled: options first, then the scenario's own, then the defaults.
 * @throws ProblemsError (exit code 2) naming every unknown word and every pair that does not go together
 */
export function settleLookback(run: ModelRun, words: LookbackWords): ModelRun {
  const problems: Problem[] = []
  const base = run.settings.lookback ?? defaultLookback
  const pick = <Word extends string>(
    option: string,
    said: string | undefined,
    known: Iterable<Word>,
    own: Word,
  ): Word => {
    if (said === undefined) return own
    const words = [...known]
    const found = words.find((word) => word === said)
    if (found === undefined) problems.push(unknownLookbackWord(option, said, words, nearest(said, words)))
    return found ?? own
  }
  const { groups, nations } = knownNames(run.data)
  const setting: LookbackSetting = {
    group: pick('--group', words.group, [...groups].sort(), base.group),
    window: words.window ?? base.window,
    weighting: pick('--weighting', words.weighting, weightings, base.weighting),
    nations: pick('--nations', words.nations, nationRules, base.nations),
    subject: pick('--subject', words.subject, [...nations].sort(), base.subject),
    series: pick('--series', words.series, comparatorSeries, base.series),
    asset: pick('--asset', words.asset, comparatorAssets, base.asset),
  }
  if (setting.asset !== 'total' && setting.series === 'who')
    problems.push(assetNeedsNationalAccounts(setting.asset))
  if (run.model.lookbackBase !== undefined && setting.subject !== 'GBR') {
    problems.push(pricesOfAnotherNation(setting.subject))
  }
  if (problems.length > 0) throw new ProblemsError(problems, exitCodes.usage)
  return run.with({ lookback: setting })
}

/** The currency of a subject's money, in words. */
export function currencyOf(subject: string, data: Data): string {
  return subject === 'GBR' && data.has('nation-gdp') ? 'GBP million' : 'million national currency'
}
