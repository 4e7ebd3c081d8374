import type { Data } from '../datasets/data.ts'
import { exact } from '../engine/calculators/exact.ts'
import { createEvaluator, type Evaluator, type Leaves } from '../engine/evaluate.ts'
import type { AnyFigure } from '../engine/figure.ts'
import type { Model, Peek } from '../figures/model.ts'
import type { BenchmarkSetting, ModelSettings } from '../figures/settings.ts'
import type { KeptFiles } from './ahead/kept.ts'
import type { Cell } from '../terms/cell.ts'
import { openAhead } from './ahead/open.ts'
import type { Reads } from './reads.ts'

/** How one run works its cells and answers its questions of structure, and remembers both. */
export interface Workshop {
  readonly settings: ModelSettings
  benchmark(id: string): BenchmarkSetting | undefined
  once<T>(key: string, answer: () => T): T
  /** How firm a cell is, where that is known without working it. */
  readonly peek?: ((figure: AnyFigure<Model>, cell: Cell) => Peek | undefined) | undefined
  evaluator(leaves: Leaves<Model>, model: Model): Evaluator<Model>
  readonly read: Reads
}

/** What a workshop is made around. */
export interface Materials {
  readonly data: Data
  readonly options: { readonly lookbackPrices?: number | undefined }
  readonly read: Reads
}

export type MakeWorkshop = (settings: ModelSettings, materials: Materials) => Workshop

/** Works a cell when it is asked for, unless it was worked ahead. */
export function usualWorkshop(settings: ModelSettings, { data, options, read }: Materials): Workshop {
  const ahead = openAhead(data.workedAhead as KeptFiles | undefined, {
    settings,
    lookbackPrices: options.lookbackPrices,
    read,
  })
  const answers = new Map<string, unknown>()
  const benchmarks = new Map(settings.benchmarks.map((benchmark) => [benchmark.id, benchmark]))
  return {
    settings,
    benchmark: (id) => benchmarks.get(id),
    once: <T>(key: string, answer: () => T): T => {
      if (!answers.has(key)) answers.set(key, ahead?.answer(key) ?? answer())
      return answers.get(key) as T
    },
    peek: ahead?.peek,
    evaluator: (leaves, model) => createEvaluator(exact, leaves, model, ahead?.cell),
    read,
  }
}
