import type { Sampling } from '../analyses/simulate/answer.ts'
import { usualDraws, usualMostDraws } from '../analyses/simulate/sizes.ts'
import * as say from '../problems/catalogue/simulate-usage.ts'
import { defaultSeed, parseSeed } from '../uncertainty/seed.ts'
import type { OptionReader, RawOptions } from './options.ts'

/** The options of `simulate` beside those that commands share. */
export interface RawSimulate extends RawOptions {
  readonly draws?: string
  readonly seed?: string
  readonly method?: string
  readonly plain?: boolean
  readonly precision?: string
  readonly maxDraws?: string
  readonly workers?: string
  readonly samples?: string
  readonly chart?: boolean
}

/** Where doubling begins when `--precision` says where it ends. */
const firstDraws = 1024
const greatest = { draws: 1_000_000_000, workers: 256 }

/** How draws are made; every mistake is kept by the reader. `workers` is undefined where the machine decides. */
export function readSampling(
  reader: OptionReader,
  raw: RawSimulate,
): Omit<Sampling, 'workers'> & { readonly workers: number | undefined } {
  const seed = raw.seed === undefined ? defaultSeed : parseSeed(raw.seed)
  if (seed === undefined) reader.refuse(say.badSeed(raw.seed ?? ''))
  const precision = raw.precision === undefined ? undefined : parsePrecision(raw.precision)
  if (raw.precision !== undefined && precision === undefined) reader.refuse(say.badPrecision(raw.precision))
  if (raw.precision !== undefined && raw.draws !== undefined) reader.refuse(say.drawsAndPrecision())
  if (raw.precision === undefined && raw.maxDraws !== undefined) reader.refuse(say.maxDrawsAlone())
  const method = reader.choice('--method', raw.method, ['sobol', 'plain'])
  if (raw.plain === true && method === 'sobol') reader.refuse(say.plainOrSobol())
  const draws = wholeNumber(reader, raw.draws, greatest.draws, (text) => say.badDraws('--draws', text))
  const most = wholeNumber(reader, raw.maxDraws, greatest.draws, (text) => say.badDraws('--max-draws', text))
  return {
    method: raw.plain === true ? 'plain' : (method ?? 'sobol'),
    seed: seed ?? defaultSeed,
    draws: precision === undefined ? (draws ?? usualDraws) : firstDraws,
    precision,
    mostDraws: most ?? usualMostDraws,
    workers: wholeNumber(reader, raw.workers, greatest.workers, say.badWorkers),
  }
}

function wholeNumber(
  reader: OptionReader,
  text: string | undefined,
  most: number,
  problem: (text: string) => Parameters<OptionReader['refuse']>[0],
): number | undefined {
  if (text === undefined) return undefined
  const value = /^\d{1,10}$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= most) return value
  reader.refuse(problem(text))
  return undefined
}

/** `0.5%` → 0.005. */
function parsePrecision(text: string): number | undefined {
  const [, digits] = /^(\d{1,3}(?:\.\d{1,6})?)%$/.exec(text) ?? []
  const percent = Number(digits ?? '0')
  return percent > 0 && percent <= 100 ? percent / 100 : undefined
}
