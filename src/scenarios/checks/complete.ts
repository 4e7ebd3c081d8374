import * as say from '../../problems/catalogue/scenarios.ts'
import type { Check } from './check.ts'

/** A scenario has a title and years, and something to compare spending with. */
export const complete: Check = ({ root }) => [
  ...(root.has('title')
    ? []
    : [say.incompleteScenario(root.place(), 'title', 'title: What the scenario asks')]),
  ...(root.has('years') ? [] : [say.incompleteScenario(root.place(), 'years', 'years: 2024-25 to 2034-35')]),
  ...(root.has('benchmarks') || root.has('lookback') ? [] : [say.nothingToReport(root.place())]),
]
