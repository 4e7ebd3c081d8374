import { choiceOf } from '../../analyses/sensitivity/specification-curve/points.ts'
import type { SpecificationCurve } from '../../analyses/sensitivity/specification-curve/curve.ts'
import * as say from '../../problems/catalogue/specification-curve.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { CurveChart, CurveRow } from '../table.ts'

/** Parts of the curve: many numbers of columns divide them evenly. */
const parts = 240

/** The curve in equal parts, and where the combinations of each choice lie. */
export function curveChart(curve: SpecificationCurve, standing: say.CurveStanding): CurveChart {
  const { points, dimensions } = curve
  const count = points.gaps.length
  const values = Array.from({ length: parts }, (_, part) => {
    const middle = Math.min(count - 1, Math.floor(((part + 0.5) * count) / parts))
    return points.gaps[middle]?.n ?? new Decimal(0)
  })
  return {
    kind: 'curve',
    title: say.chartTitle,
    subtitle: say.curveSubtitle(standing),
    as: 'money',
    axis: say.axisWords,
    note: say.rowsNote,
    values,
    choices: dimensions.flatMap(({ name, choices }, dimension) => {
      if (choices.length < 2) return []
      // Nations left out one by one are too many rows: they stand together.
      const together = name === 'left-out'
      const labels = together
        ? [say.choiceLabel(choices[0]?.name ?? ''), say.oneOfNations]
        : choices.map((choice) => say.choiceLabel(choice.name))
      const rowOf = (choice: number): number => (together ? Math.min(choice, 1) : choice)
      const counts = labels.map(() => new Array<number>(parts).fill(0))
      for (let point = 0; point < count; point += 1) {
        const own = counts[rowOf(choiceOf(points, point, dimension))]
        const part = Math.floor((point * parts) / count)
        if (own !== undefined) own[part] = (own[part] ?? 0) + 1
      }
      const rows = labels.map((label, index): CurveRow => {
        const own = counts[index] ?? []
        const even = own.reduce((sum, each) => sum + each, 0) / parts
        return { label, densities: own.map((each) => (even === 0 ? 0 : each / even)) }
      })
      // A group that comes to another's nations has no combinations of its own.
      const drawn = rows.filter(({ densities }) => densities.some((often) => often > 0))
      return [{ label: say.dimensionWords[name]?.label ?? name, rows: drawn }]
    }),
  }
}
