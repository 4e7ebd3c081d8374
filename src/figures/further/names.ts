/**
 * Figures that `run` prints only where they are asked for by name, in the order of their rows. Only the names are known
 * at start-up: `figures.ts` beside this holds the figures and is loaded when one is asked for. A test holds the two together.
 */
export const furtherFigureNames: readonly string[] = [
  'health-workers',
  'capital-stock',
  'capital-stock-per-head',
  'capital-stock-per-health-worker',
  'depreciation',
  'net-investment',
  'depreciation-rate',
  'new-capital-depreciation',
  'public-dividend-capital-charge',
  'backlog',
  'arising',
  'backlog-investment',
  'backlog-residual',
]
