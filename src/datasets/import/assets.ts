/**
 * Classes of fixed assets, as the European System of Accounts numbers them and as our datasets name them. Publishers add a
 * letter: G for formation or gross, N for net.
 */
const byCode: Readonly<Record<string, string>> = {
  N11: 'total',
  N111: 'dwellings',
  N112: 'structures',
  N1121: 'buildings',
  N1131: 'transport-equipment',
  N1132: 'ict-equipment',
  N11321: 'ict-equipment-computers',
  N11322: 'ict-equipment-communications',
  N11O: 'other-machinery',
  N115: 'cultivated-assets',
  N1171: 'research-development',
  N1173: 'software-databases',
}

/** The asset of a code such as `N1132`, `N1132G`, `N11ON`; undefined for classes that no dataset holds. */
export function assetOfCode(code: string): string | undefined {
  const bare = code.trim().toUpperCase()
  return byCode[bare] ?? byCode[bare.replace(/[GN]$/, '')]
}

const byWords: readonly (readonly [RegExp, string])[] = [
  [/computer|hardware/, 'ict-equipment-computers'],
  [/telecom|communication/, 'ict-equipment-communications'],
  [/software|database/, 'software-databases'],
  [/research|r ?& ?d\b|\br and d\b/, 'research-development'],
  [/transport/, 'transport-equipment'],
  [/\bict\b|information/, 'ict-equipment'],
  [/cultivated/, 'cultivated-assets'],
  [/\bother (?:building|structure)|^(?:building|structure)/, 'buildings'],
  [/dwelling/, 'dwellings'],
  [/building|structure/, 'buildings'],
  [/machinery/, 'other-machinery'],
  [/total/, 'total'],
]

/** The asset that a name such as `Computer_hardware` or `Total_assets` stands for. */
export function assetOfName(name: string): string | undefined {
  const words = name
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim()
  return byWords.find(([pattern]) => pattern.test(words))?.[1]
}
