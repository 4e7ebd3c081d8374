import { readBudget, type Budget, type Varied } from '../../analyses/solve/budget.ts'
import { solveTwo } from '../../analyses/solve/solve-two.ts'
import { readTarget, type Target } from '../../analyses/solve/target.ts'
import { isKey, readRange } from '../../analyses/vary/ranges.ts'
import { everyPrintable } from '../../figures/further/every-printable.ts'
import { keySyntax } from '../../problems/catalogue/solve.ts'
import * as say from '../../problems/catalogue/solve-two-usage.ts'
import { exitCodes, ProblemsError, type Place } from '../../problems/problem.ts'
import { solveTwoReport } from '../../reports/solve-two.ts'
import type { Outcome } from '../deliver.ts'
import type { modelVariations } from '../model-variations.ts'
import { OptionReader, type RawOptions } from '../options.ts'
import { checkRecordFile, recording } from '../recording.ts'

interface Raw extends RawOptions {
  readonly for: readonly string[]
  readonly vary: readonly string[]
  readonly between: readonly string[]
  readonly budget?: string
}

/**
 * `capgap solve [scenario] --for … --vary … --between … --vary … --between …`, with a second `--for` or a `--budget`.
 * @param open loads the scenario
 */
export async function solveTwoCommand(
  spec: string | undefined,
  raw: Raw,
  open: typeof modelVariations,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  reader.scenarioOptions(raw)
  checkRecordFile(reader, raw)
  checkCounts(raw, reader)
  const varied = readVaried(raw, reader)
  const budget = readWithin(raw, varied, reader)

  // The words of the targets are those of the scenario: what is wrong with all is told at once.
  const variations = await open(spec, raw)
  const targets = raw.for.flatMap((text, index): Target[] => {
    const target = readTarget(text, everyPrintable, variations.base.settings, index + 1)
    if ('cell' in target) return [target]
    for (const problem of target) reader.refuse(problem)
    return []
  })
  reader.finish()
  const [first, second] = targets
  if (varied === undefined || first === undefined) throw new ProblemsError([], exitCodes.usage)

  const solved = solveTwo(variations, {
    varied,
    targets: second === undefined ? [first] : [first, second],
    budget,
  })
  return {
    answer: solveTwoReport(solved),
    problems: variations.base.warnings,
    output,
    recording: recording('solve', [solved.now.run], raw),
  }
}

/** As many bounds as keys, and as many targets as settle them. */
function checkCounts({ for: targets, vary, between, budget }: Raw, reader: OptionReader): void {
  const keys = vary.length
  if (between.length !== keys || keys > 2) reader.refuse(say.notAPair(between.length, keys))
  else if (keys === 1 && targets.length > 1) reader.refuse(say.tooManyTargets(targets.length))
  else if (keys === 1) reader.refuse(say.budgetForOne())
  else if (budget !== undefined && targets.length > 1) reader.refuse(say.targetsAndBudget(targets.length))
  else if (budget === undefined && targets.length === 1) reader.refuse(say.tooFewTargets())
  else if (targets.length > 2) reader.refuse(say.tooManyOfTwo(targets.length))
}

/** Both keys with their bounds; undefined where something is wrong with them, which the reader keeps. */
function readVaried({ vary, between }: Raw, reader: OptionReader): readonly [Varied, Varied] | undefined {
  const placeOf = (option: string, index: number, excerpt: string): Place => ({
    file: option,
    line: index + 1,
    column: 1,
    excerpt,
  })
  const keys = vary.map((text, index) => {
    const key = text.trim()
    const place = placeOf('--vary', index, text)
    if (!isKey(key)) reader.refuse(keySyntax(place))
    else if (vary.slice(0, index).some((before) => before.trim() === key))
      reader.refuse(say.sameKeyTwice(place, key))
    return key
  })
  const both = between.map((text, index): Varied | undefined => {
    const range = readRange('--between', text, index + 1)
    const key = keys[index] ?? ''
    if (!('scale' in range)) {
      for (const problem of range) reader.refuse(problem)
      return undefined
    }
    const place = placeOf('--between', index, text)
    if (range.scale.kind === 'year') reader.refuse(say.yearsDoNotSlide(place, key))
    else if (range.from.equals(range.to)) reader.refuse(say.nothingBetween(place, key))
    return { key, range }
  })
  const [one, other] = both
  return one === undefined || other === undefined || keys.length !== 2 ? undefined : [one, other]
}

function readWithin(
  { budget: text }: Raw,
  varied: readonly [Varied, Varied] | undefined,
  reader: OptionReader,
): Budget | undefined {
  if (text === undefined || varied === undefined) return undefined
  const budget = readBudget(text, varied)
  if ('weights' in budget) return budget
  for (const problem of budget) reader.refuse(problem)
  return undefined
}
