import { solve } from '../../analyses/solve/solve.ts'
import { readTarget } from '../../analyses/solve/target.ts'
import { isKey, readRange } from '../../analyses/vary/ranges.ts'
import { everyPrintable } from '../../figures/further/every-printable.ts'
import { keySyntax } from '../../problems/catalogue/solve.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import { solveReport } from '../../reports/solve.ts'
import type { Outcome } from '../deliver.ts'
import { modelVariations } from '../model-variations.ts'
import type { OnceOrMore } from '../once-or-more.ts'
import { OptionReader, type RawOptions } from '../options.ts'
import { checkRecordFile, recording } from '../recording.ts'

interface Raw extends RawOptions {
  readonly for: OnceOrMore
  readonly vary: OnceOrMore
  readonly between: OnceOrMore
  readonly budget?: string
}

interface Once extends RawOptions {
  readonly for: string
  readonly vary: string
  readonly between: string
}

/**
 * `capgap solve [scenario] --for … --vary … --between …`, each once for one key; what is asked of two is read apart.
 * @param open loads the scenario; another when a record is worked again
 */
export async function solveCommand(
  spec: string | undefined,
  raw: Raw,
  open: typeof modelVariations = modelVariations,
): Promise<Outcome> {
  const { for: target, vary, between, budget } = raw
  if (
    typeof target === 'string' &&
    typeof vary === 'string' &&
    typeof between === 'string' &&
    budget === undefined
  )
    return solveOne(spec, { ...raw, for: target, vary, between }, open)
  return (await import('./solve-two.ts')).solveTwoCommand(
    spec,
    { ...raw, for: [target].flat(), vary: [vary].flat(), between: [between].flat() },
    open,
  )
}

async function solveOne(spec: string | undefined, raw: Once, open: typeof modelVariations): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  reader.scenarioOptions(raw)
  checkRecordFile(reader, raw)
  const key = raw.vary.trim()
  if (!isKey(key)) reader.refuse(keySyntax({ file: '--vary', line: 1, column: 1, excerpt: raw.vary }))
  const range = readRange('--between', raw.between)
  if (!('scale' in range)) for (const problem of range) reader.refuse(problem)

  // The words of the target are those of the scenario: what is wrong with both is told at once.
  const variations = await open(spec, raw)
  const target = readTarget(raw.for, everyPrintable, variations.base.settings)
  if (!('cell' in target)) for (const problem of target) reader.refuse(problem)
  reader.finish()
  if (!('scale' in range) || !('cell' in target)) throw new ProblemsError([], exitCodes.usage)

  const ends = target.figure.name === 'gap' ? ['gap-low', 'gap-high'] : []
  const solved = solve(variations, {
    key,
    range,
    target,
    ends: ends.flatMap((name) => everyPrintable.filter((figure) => figure.name === name)),
  })
  return {
    answer: solveReport(solved),
    problems: variations.base.warnings,
    output,
    recording: recording('solve', [solved.now.run], raw),
  }
}
