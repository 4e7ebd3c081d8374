import { beforeEach, describe, expect, it } from 'vitest'
import { exact } from '../../src/engine/calculators/exact.ts'
import { createEvaluator, working, type Evaluator, type Leaves } from '../../src/engine/evaluate.ts'
import { declarations, type AnyFigure, type Figure } from '../../src/engine/figure.ts'
import { cellKey, type Cell } from '../../src/terms/cell.ts'
import type { Unit } from '../../src/terms/unit.ts'
import { missing, number, written } from './numbers.ts'

/**
 * Evaluation on a model made for the purpose: a budget of 100 in 2020-21 that grows by 10 a year, in two regions.
 */

interface Made {
  /** Who picks what a choice stands for. */
  readonly rule: 'grown' | 'flat' | 'none' | 'mistyped'
}
const { series, variable, gathered, carried, choice, at, over } = declarations<Made>()
const money = { unit: 'nominal cdel', source: 'made up', label: 'Made up' } as const

const opening = series({ ...money, name: 'opening', dims: ['year'], read: () => ({ missing: 'unused' }) })
const addition = series({ ...money, name: 'addition', dims: ['year'], read: () => ({ missing: 'unused' }) })
const share = series({
  ...money,
  unit: 'ratio',
  name: 'share',
  dims: ['nation'],
  read: () => ({ missing: 'unused' }),
})

let formulaRuns = 0
const budget = carried({
  ...money,
  name: 'budget',
  dims: ['year'],
  opening,
  opens: (cell) => cell.year === 2020,
  from: { addition },
  formula: (calc, from) => {
    formulaRuns += 1
    return calc.add(from.lastYear, from.addition)
  },
})
const regional = variable({
  ...money,
  name: 'regional',
  dims: ['year', 'nation'],
  from: { budget, share },
  formula: (calc, from) => calc.scale(from.budget, from.share),
})
const all = gathered({
  ...money,
  name: 'all',
  dims: ['year'],
  from: { regions: over(regional, (cell) => ['north', 'south'].map((nation) => ({ ...cell, nation }))) },
  formula: (calc, from) => calc.sum(from.regions),
})
const rise = variable({
  ...money,
  name: 'rise',
  dims: ['year'],
  from: { budget, before: at(budget, (cell) => ({ year: (cell.year ?? 0) - 1 })) },
  formula: (calc, from) => calc.subtract(from.budget, from.before),
})
const planned = choice({
  ...money,
  name: 'planned',
  dims: ['year'],
  among: { grown: budget, flat: at(opening, () => ({ year: 2020 })) },
  pick: (_cell, { rule }) => (rule === 'none' ? { missing: 'nothing-planned' } : (rule as 'grown' | 'flat')),
})
const everyone: Figure<'nominal cdel', Made> = variable({
  ...money,
  name: 'everyone',
  dims: ['year'],
  from: {
    planned,
    get again() {
      return everyone
    },
  },
  formula: (calc, from) => calc.add(from.planned, from.again),
})

/** Every leaf that was read, in order. */
let read: string[] = []
const leaves: Leaves<Made> = {
  leaf: <U extends Unit>(figure: AnyFigure<Made>, cell: Cell) => {
    read.push(`${figure.name} ${cellKey(cell, figure.dims)}`)
    if (figure === opening) return cell.year === 2020 ? number<U>('100') : missing<U>('no-observation')
    return figure === addition ? number<U>('10') : number<U>(cell.nation === 'north' ? '0.3' : '0.7')
  },
  absent: <U extends Unit>(reason: string) => missing<U>(reason),
}

function evaluatorFor(rule: Made['rule'] = 'grown'): Evaluator<Made> {
  return createEvaluator(exact, leaves, { rule })
}

beforeEach(() => {
  read = []
  formulaRuns = 0
})

describe('a cell', () => {
  it('is worked once, whoever asks for it', () => {
    const evaluator = evaluatorFor()
    expect(written(evaluator.value(all, { year: 2023 }))).toBe('130')
    expect(written(evaluator.value(regional, { year: 2023, nation: 'north' }))).toBe('39')
    expect(written(evaluator.value(budget, { year: 2023 }))).toBe('130')
    // 2021-22 to 2023-24, one year each; 2020-21 is the opening.
    expect(formulaRuns).toBe(3)
    expect(new Set(read).size).toBe(read.length)
  })

  it('is the same cell whatever else the question says', () => {
    const evaluator = evaluatorFor()
    const narrow = evaluator.value(budget, { year: 2022 })
    expect(evaluator.value(budget, { year: 2022, nation: 'north', benchmark: 'eu14' })).toBe(narrow)
    expect([...read].sort()).toEqual(['addition 2021|', 'addition 2022|', 'opening 2020|'])
  })

  it('is worked anew by each evaluator', () => {
    evaluatorFor().value(budget, { year: 2021 })
    evaluatorFor().value(budget, { year: 2021 })
    expect(formulaRuns).toBe(2)
  })
})

describe('kinds of figure', () => {
  it('a carried figure reads its own last year, down to its opening', () => {
    expect(written(evaluatorFor().value(budget, { year: 2020 }))).toBe('100')
    expect(written(evaluatorFor().value(budget, { year: 2120 }))).toBe('1100')
  })

  it('a carried figure without an opening is missing all along', () => {
    const unopened = carried({
      ...money,
      name: 'unopened',
      dims: ['year'],
      opening,
      opens: (cell) => cell.year === 2019,
      from: { addition },
      formula: (calc, from) => calc.add(from.lastYear, from.addition),
    })
    expect(written(evaluatorFor().value(unopened, { year: 2022 }))).toBe('none (no-observation)')
  })

  it('`at` reads another cell', () => {
    expect(written(evaluatorFor().value(rise, { year: 2025 }))).toBe('10')
    expect(read).not.toContain('addition 2026|')
  })

  it('`over` reads a list of cells, of which there may be none', () => {
    const nobody = gathered({
      ...money,
      name: 'nobody',
      dims: ['year'],
      from: { regions: over(regional, () => []) },
      formula: (calc, from) => calc.sum(from.regions),
    })
    expect(written(evaluatorFor().value(all, { year: 2021 }))).toBe('110')
    expect(written(evaluatorFor().value(nobody, { year: 2021 }))).toBe('none (nothing-to-add)')
  })

  it('a choice is the one the scenario picks, and reads no other', () => {
    expect(written(evaluatorFor('grown').value(planned, { year: 2022 }))).toBe('120')
    read = []
    expect(written(evaluatorFor('flat').value(planned, { year: 2022 }))).toBe('100')
    expect(read).toEqual(['opening 2020|'])
  })

  it('a choice of nothing is missing, with the reason', () => {
    expect(written(evaluatorFor('none').value(planned, { year: 2022 }))).toBe('none (nothing-planned)')
    expect(read).toEqual([])
  })

  it('a choice of what is not among the choices is a mistake, and throws', () => {
    expect(() => evaluatorFor('mistyped').value(planned, { year: 2022 })).toThrow(
      'planned has no mistyped to choose',
    )
  })

  it('a figure worked from itself is a mistake, and throws', () => {
    expect(() => evaluatorFor().value(everyone, { year: 2022 })).toThrow(
      'everyone at 2022| is worked from itself',
    )
  })
})

describe('what a cell says it reads', () => {
  const model: Made = { rule: 'grown' }

  it.each<[AnyFigure<Made>, Cell, unknown]>([
    [opening, { year: 2020 }, { kind: 'leaf' }],
    [budget, { year: 2020 }, same(reading('opening', opening, [{ year: 2020 }]))],
    [
      budget,
      { year: 2021 },
      formula(reading('lastYear', budget, [{ year: 2020 }]), reading('addition', addition, [{ year: 2021 }])),
    ],
    [
      regional,
      { year: 2021, nation: 'north' },
      formula(reading('budget', budget, [{ year: 2021 }]), reading('share', share, [{ nation: 'north' }])),
    ],
    [
      all,
      { year: 2021 },
      formula({
        ...reading('regions', regional, [
          { year: 2021, nation: 'north' },
          { year: 2021, nation: 'south' },
        ]),
        list: true,
      }),
    ],
    [planned, { year: 2021 }, same(reading('grown', budget, [{ year: 2021 }]))],
  ])('$name at $1', (figure, cell, expected) => {
    expect(working(figure, cell, model)).toEqual(expected)
  })

  it('says why it reads nothing', () => {
    expect(working(planned, { year: 2021 }, { rule: 'none' })).toEqual({
      kind: 'none',
      reason: 'nothing-planned',
    })
  })

  it('is what evaluation reads, leaf by leaf', () => {
    evaluatorFor().value(all, { year: 2023 })
    expect([...read].sort()).toEqual(leavesBelow(all, { year: 2023 }, model))
  })
})

/** The leaves under a cell by its own account, each once and sorted. */
function leavesBelow(figure: AnyFigure<Made>, cell: Cell, model: Made): string[] {
  const found = new Set<string>()
  const visit = (each: AnyFigure<Made>, where: Cell): void => {
    const way = working(each, where, model)
    if (way.kind === 'leaf') found.add(`${each.name} ${cellKey(where, each.dims)}`)
    const readings = way.kind === 'formula' ? way.readings : way.kind === 'same-as' ? [way.reading] : []
    for (const { figure: next, cells } of readings) for (const there of cells) visit(next, there)
  }
  visit(figure, cell)
  return [...found].sort()
}

function reading(name: string, figure: AnyFigure<Made>, cells: readonly Cell[]) {
  return { name, figure, cells, list: false }
}

function formula(...readings: readonly unknown[]) {
  return { kind: 'formula', readings }
}

function same(only: unknown) {
  return { kind: 'same-as', reading: only }
}
