import * as say from '../../problems/catalogue/scenario-further.ts'
import * as words from '../../problems/catalogue/scenario-words.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Reader } from '../reader.ts'
import { shareAt, yearAt } from './check.ts'
import type { Check } from './check.ts'

/** A programme is its own split, is adopted along one curve, and the curve is an s. */
export const programmes: Check = ({ root }) => {
  const measures = root.list('measures')
  const adopted = measures.filter((entry) => entry.text('profile') === 'adoption')
  const seen = new Set<string>()
  return [
    ...measures
      .filter((entry) => entry.has('programme') && entry.has('split'))
      .map((entry) => say.programmeWithSplit(entry.place('split', 'key'), entry.id())),
    ...adopted.flatMap(curveProblems),
    ...adopted.flatMap((entry): Problem[] => {
      const programme = entry.text('programme')
      if (programme === undefined) return []
      if (seen.has(programme)) return [say.adoptionTwice(entry.place('programme'), entry.id(), programme)]
      seen.add(programme)
      return []
    }),
  ]
}

function curveProblems(entry: Reader): Problem[] {
  const curve = entry.child('adoption')
  if (curve === undefined) return []
  const absent = ['start', 'ceiling', 'midpoint'].filter((key) => !curve.has(key))
  if (absent.length > 0)
    return [say.adoptionCurve(entry.place('adoption', 'key'), entry.id(), words.curveWithout(absent))]
  const [start, ceiling] = [shareAt(curve, 'start'), shareAt(curve, 'ceiling')]
  const [midpoint, from] = [yearAt(curve, 'midpoint'), yearAt(entry, 'from')]
  const fault = (key: keyof typeof words.curveFaults) =>
    say.adoptionCurve(curve.place(key), entry.id(), words.curveFaults[key]())
  return [
    ...(ceiling?.gt(1) === true ? [fault('ceiling')] : []),
    ...(start !== undefined && ceiling !== undefined && (start.lte(0) || start.times(2).gte(ceiling))
      ? [fault('start')]
      : []),
    ...(midpoint !== undefined && from !== undefined && midpoint <= from ? [fault('midpoint')] : []),
  ]
}
