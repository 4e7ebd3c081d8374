import type { Data } from '../datasets/data.ts'
import type { KnownNames } from '../scenarios/known-names.ts'

/** The names that loaded data lets a scenario use. */
export function knownNames(data: Data): KnownNames {
  const groups = data.dataset('nation-groups').rows
  const baselines = data.names.flatMap((name): [string, string][] => {
    const scope = data.about(name).baseline?.scope
    return scope === undefined ? [] : [[name, scope]]
  })
  const nations = ['health-capital-share', 'nation-gdp'].flatMap((name) =>
    data.dataset(name).values('nation'),
  )
  return {
    sources: data.sources,
    groups: new Set(groups.map((row) => row.cells['group'] ?? '')),
    nations: new Set(nations),
    baselineSeries: new Map(baselines),
    definitions: new Set(data.dataset('dhsc-capital').values('definition')),
    economies: new Set(
      ['gdp-deflator', 'uk-gdp-calendar'].flatMap((name) => data.dataset(name).values('vintage')),
    ),
    optimismBias: (type) => {
      const bound = (which: string) =>
        data.dataset('optimism-bias').inColumn(`capital_${which}_percent`, { project_type: type })[0]?.value
      const [lower, upper] = [bound('lower'), bound('upper')]
      return lower && upper && { lower: lower.dividedBy(100), upper: upper.dividedBy(100) }
    },
  }
}
