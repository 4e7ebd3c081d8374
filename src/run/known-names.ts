import type { Data } from '../datasets/data.ts'
import type { KnownNames } from '../scenarios/known-names.ts'
import { eachOnce } from '../terms/each-once.ts'

/** The names that loaded data lets a scenario use, each kind looked up when it is first asked for. */
export function knownNames(data: Data): KnownNames {
  const valuesOf = (datasets: readonly string[], column: string): ReadonlySet<string> =>
    new Set(datasets.flatMap((name) => data.dataset(name).values(column)))
  return eachOnce<KnownNames>({
    sources: () => data.sources,
    groups: () => new Set(data.dataset('nation-groups').rows.map((row) => row.cells['group'] ?? '')),
    nations: () => valuesOf(['health-capital-share', 'nation-gdp'], 'nation'),
    baselineSeries: () =>
      new Map(
        data.names.flatMap((name): [string, string][] => {
          const scope = data.about(name).baseline?.scope
          return scope === undefined ? [] : [[name, scope]]
        }),
      ),
    definitions: () => valuesOf(['dhsc-capital'], 'definition'),
    economies: () => valuesOf(['gdp-deflator', 'uk-gdp-calendar'], 'vintage'),
    optimismBias: () => (type) => {
      const bound = (which: string) =>
        data.dataset('optimism-bias').inColumn(`capital_${which}_percent`, { project_type: type })[0]?.value
      const [lower, upper] = [bound('lower'), bound('upper')]
      return lower && upper && { lower: lower.dividedBy(100), upper: upper.dividedBy(100) }
    },
  })
}
