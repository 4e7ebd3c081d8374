/**
 * The model's table of contents, in reading order: what the economy is (1, 2), what nations invest and what a
 * comparator is (3–5), prices (6), the capital budget and the bridge to it (7, 8), its split (9), measures and spend
 * (10, 11), what a benchmark requires (12) and the gap (13).
 */
export * from './economy.ts'
export * from './population.ts'
export * from './nation-shares.ts'
export * from './comparators.ts'
export * from './lookback.ts'
export * from './prices.ts'
export * from './capital.ts'
export * from './bridge.ts'
export * from './split.ts'
export * from './measures/stated.ts'
export * from './measures/measure.ts'
export * from './measures/by-category.ts'
export * from './spend.ts'
export * from './requirement/requirement.ts'
export * from './requirement/catch-up.ts'
export * from './gap.ts'
