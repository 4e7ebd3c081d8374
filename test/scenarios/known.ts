import { Decimal } from '../../src/terms/decimal.ts'
import type { KnownNames } from '../../src/scenarios/known-names.ts'

/** The names the tests' scenarios may use; a subset of the bundled data's. */
export const known: KnownNames = {
  sources: new Map([
    ['oecd-health-at-a-glance-2021', { published: '2021' }],
    ['hf-pa-digitisation-2025', { published: '2025-05' }],
    ['nhsconfed-investing-to-save-2023', { published: '2023-11-28' }],
    ['csj-nhsconfed-capital-2023', { published: '2023-11' }],
    ['nhs-providers-investing-2025', { published: '2025-10' }],
    ['nao-capital-2020', { published: '2020-02-05' }],
    ['hf-europe-comparison-2022', { published: '2022-10' }],
    ['who-ghed-2023', { published: '2023-08-18' }],
    ['ons-gfcf-2025-11', { published: '2025-11-03' }],
    ['hf-outlook-health-funding-2022', { published: '2022' }],
    ['hf-failing-to-capitalise-2019', { published: '2019-03' }],
    ['obr-efo-march-2026-economy', { published: '2026-03' }],
    ['dhsc-wpq-190388-2023-06', { published: '2023-06-26' }],
    ['hee-data-driven-2030', { published: '2021-03' }],
    ['register-tech-vacancies-2023', { published: '2023-02-22' }],
    ['hansard-lords-backlog-2022-11', { published: '2022-11-09' }],
    ['hansard-backlog-2008-12', { published: '2008-12-10' }],
    ['mott-macdonald-2002', { published: '2002-07' }],
    ['undated', { published: '' }],
  ]),
  groups: new Set(['eu14', 'oecd', 'oecd-with-data', 'health-foundation-2019', 'g7']),
  nations: new Set(['GBR', 'AUT', 'DNK', 'FRA']),
  baselineSeries: new Map([
    ['dhsc-capital', 'cdel'],
    ['nhs-capital-spend', 'nhs-capital'],
  ]),
  definitions: new Set([
    'cdel-esa2010',
    'cdel-esa2010-ifrs16',
    'cdel-pre-esa2010',
    'nhs-capital-pre-esa2010',
  ]),
  economies: new Set(['obr-2026-03', 'obr-2025-11']),
  // Three rows of the table of optimism bias, on cost.
  optimismBias: (type) => {
    const [lower, upper] =
      {
        'standard-buildings': [2, 24],
        'non-standard-buildings': [4, 51],
        'equipment-development': [10, 200],
      }[type] ?? []
    return lower === undefined || upper === undefined
      ? undefined
      : { lower: new Decimal(lower).dividedBy(100), upper: new Decimal(upper).dividedBy(100) }
  },
}
