/**
 * The text `capgap scenario new` writes: a scenario that is valid as it stands, with what may be changed explained.
 * It names the shipped `current-plans`, so it runs from any folder.
 */
export function starterScenario(): string {
  return starter
}

const starter = `# yaml-language-server: $schema=scenario.schema.json
# (for an editor that completes and checks keys: capgap scenario schema > scenario.schema.json)
#
# My scenario: what it asks, in a sentence.
#
# Whose it is: yours. Prices: 2025-26. What is assumed: say it here, for whoever reads this next.
# Check it with "capgap scenario check FILE", run it with "capgap run FILE".
capgap: 1
title: My scenario
summary: £2bn a year more from 2026-27 to 2030-31, about two thirds of it infrastructure.
extends: current-plans          # its years, prices and benchmarks; what is written here wins
years: 2024-25 to 2034-35       # what is reported
prices: 2025-26                 # basis of the output, and of amounts that name none

# What changes. Other profiles: ramp, total, schedule, growth, reach-gdp-share, reach-budget-share.
measures:
  - id: uplift
    title: Annual uplift
    profile: level
    amount: £2bn                # or £450m a year, £2bn in 2019-20 prices, -£300m
    from: 2026-27
    to: 2030-31
    split: {estate: 40%, equipment: 25%, it-infrastructure: 35%}   # adds to 100%

# What would be needed, besides the benchmarks of current-plans. Other kinds: comparator-share, stated-share,
# stated-additional, budget-share, catch-up.
benchmarks:
  - id: my-target
    title: £16bn a year
    kind: stated-level
    amount: £16bn
    from: 2026-27
    to: 2030-31

# What the model assumes, by name ("capgap scenario assumptions" lists all). Give your reasons.
# assumptions:
#   underspend:
#     value: 3%
#     range: "triangular(0%, 3%, 12%)"
#     why: Between the last years before the pandemic and the years of the spending review of 2010
#     source: nao-capital-2020
#     by: your name
#     on: 2026-11-22
`
