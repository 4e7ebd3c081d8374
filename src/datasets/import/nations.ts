/** Codes of nations, and what publishers print among them that is no nation. */

/** Eurostat writes two letters, and two of them its own way (EL, UK). */
const eurostat: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'AT AUT BE BEL BG BGR HR HRV CY CYP CZ CZE DK DNK EE EST FI FIN FR FRA DE DEU EL GRC GR GRC HU HUN IE IRL IT ITA ' +
    'LV LVA LT LTU LU LUX MT MLT NL NLD PL POL PT PRT RO ROU SK SVK SI SVN ES ESP SE SWE UK GBR GB GBR NO NOR CH CHE ' +
    'IS ISL LI LIE TR TUR RS SRB ME MNE MK MKD AL ALB BA BIH XK XKX UA UKR US USA JP JPN CA CAN AU AUS NZ NZL'
  )
    .split(' ')
    .flatMap((code, index, all) => (index % 2 === 0 ? [[code, all[index + 1] ?? '']] : [])),
)

/** The World Bank prints groups of nations in the same column, with codes of the same form. */
const worldBankGroups = new Set(
  (
    'AFE AFW ARB CEB CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX INX LAC LCN LDC LIC LMC LMY LTE ' +
    'MEA MIC MNA NAC OED OSS PRE PSS PST SAS SSA SSF SST TEA TEC TLA TMN TSA TSS UMC WLD'
  ).split(' '),
)

/** The three-letter code of a two- or three-letter one; undefined for groups such as EU27_2020 and for regions. */
export function nationOf(code: string): string | undefined {
  if (/^[A-Z]{2}$/.test(code)) return eurostat[code]
  return isNation(code) ? code : undefined
}

export function isNation(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && !worldBankGroups.has(code)
}
