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

export function pastIsNominal(): Problem {
  return {
    code: 'past-is-nominal',
    severity: 'error',
    found:
      'figures of several nations are printed in money of the day only: the GDP deflator we hold is the UK’s',
    advice: 'Leave --prices out, or compare shares of GDP: --figure stock-share',
  }
}

export function digitalAlone(): Problem {
  return {
    code: 'digital-alone',
    severity: 'error',
    found: '--digital is a page of its own and takes no --figure and no --long',
    advice: 'Write: capgap lookback --digital, or capgap lookback --figure stock-digital-share',
  }
}

/** @param options those given, as they are written */
export function digitalIsOfTheUk(options: readonly string[]): Problem {
  return {
    code: 'digital-is-of-the-uk',
    severity: 'error',
    found: `--digital is a page on the UK beside eu14, in the years that are published, and takes no ${options.join(', no ')}`,
    advice: `Leave ${options.length === 1 ? 'it' : 'them'} out; for other nations, groups and years: capgap lookback --figure stock-digital-share --subject FRA`,
  }
}

/** @param options those given, as they are written */
export function pastIsOfEachNation(options: readonly string[]): Problem {
  return {
    code: 'past-is-of-each-nation',
    severity: 'error',
    found: `--long and --figure give each nation’s own numbers, whatever years it has, and take no ${options.join(', no ')}`,
    advice: `Leave ${options.length === 1 ? 'it' : 'them'} out; for a mean of nations: capgap lookback --weighting gdp, without --long and --figure`,
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
