import type { Problem } from '../problem.ts'

/** Sentences about how `sensitivity` was asked. */

function usage(code: string, found: string, advice: string): Problem {
  return { code, severity: 'error', found, advice }
}

export function curveNeedsBudget(scenario: string): Problem {
  return usage(
    'not-with-nhs-baseline',
    `"${scenario}" has a baseline of NHS capital alone, which nations’ investment does not compare with`,
    'Use a scenario on the whole capital budget, or ask for --tornado, --drivers, --switching or --grid',
  )
}

export function curveLeftOut(): string {
  return 'There is no specification curve: the baseline is NHS capital alone, which nations’ investment does not compare with.'
}

export function curveOfCategory(category: string): Problem {
  return usage(
    'not-a-curve-category',
    `Nations’ investment is compared in total, infrastructure and digital, not in "${category}"`,
    'Write --category total, infrastructure or digital',
  )
}

export function oneCategory(): Problem {
  return usage(
    'one-category-only',
    'A specification curve is of one category',
    'Write --category once; run the command again for another',
  )
}

export function yearNotReported(year: string, years: string): Problem {
  return usage(
    'year-not-reported',
    `${year} is outside the years of the scenario`,
    `Write one of ${years}, or change them: --set "years=…"`,
  )
}
