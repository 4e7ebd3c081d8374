import type { Problem } from '../problem.ts'

/** Sentences about the options of a look-back. */

export function unknownLookbackWord(
  option: string,
  said: string,
  known: readonly string[],
  near: string | undefined,
): Problem {
  const list = `Known: ${known.join(', ')}`
  return {
    code: 'unknown-choice',
    severity: 'error',
    found: `${option} does not know "${said}"`,
    advice: near === undefined ? list : `Did you mean "${near}"? ${list}`,
  }
}

export function assetNeedsNationalAccounts(asset: string): Problem {
  return {
    code: 'asset-needs-national-accounts',
    severity: 'error',
    found: `the WHO series has no split by asset, so it has no ${asset}`,
    advice: `Write: --series national-accounts --asset ${asset} --nations available --window 2020`,
  }
}

export function pricesOfAnotherNation(subject: string): Problem {
  return {
    code: 'prices-of-another-nation',
    severity: 'error',
    found: `the GDP deflator we hold is the UK’s, so money of ${subject} cannot be put into the prices of a year`,
    advice: 'Leave --prices out, or write: --prices nominal',
  }
}
