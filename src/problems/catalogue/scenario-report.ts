/** What `scenario list`, `check` and `assumptions` say. */

export function scenarioCount(count: number): string {
  return `${count} scenarios come with capgap. Run one by its name, for example: capgap run confed-2023`
}

export function listNote(): string {
  return 'Each file opens with a header in plain words: what is asked, whose it is, what is assumed. Copy from it freely.'
}

export function scenariosFine(count: number, warnings: number): string {
  const said = warnings === 0 ? 'no warnings' : warnings === 1 ? '1 warning' : `${warnings} warnings`
  return count === 1
    ? `The scenario is fine, with ${said}.`
    : `All ${count} scenarios are fine, with ${said}.`
}

export function overrideNote(): string {
  return 'Where several files, or --set, say the same key, the last one wins; what it replaced stands beside it.'
}

export function assumptionCount(count: number): string {
  return `The model assumes ${count} values that a scenario may set.`
}

export function assumptionNote(): string {
  return 'Set one under "assumptions" in a scenario, or for one run with --set assumptions.underspend=3%.'
}

export function yearlyNote(): string {
  return 'By year: it may differ by year, {2025-26: 0%, 2029-30: 3%}: straight lines between, flat outside.'
}
