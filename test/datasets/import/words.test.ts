import { expect, test } from 'vitest'
import { aboutYaml } from '../../../src/datasets/import/about-yaml.ts'
import { assetOfCode, assetOfName } from '../../../src/datasets/import/assets.ts'
import { asFinancialYear, dateIn, financialYearIn } from '../../../src/datasets/import/dates.ts'
import { nationOf } from '../../../src/datasets/import/nations.ts'
import { currencyText, numberText, workbookNumber } from '../../../src/datasets/import/number-text.ts'
import { readAbout } from '../../../src/datasets/read-about.ts'

test.each([
  ['1234.50', '1234.50'],
  [' -7 ', '-7'],
  ['1.5E3', '1500'],
  ['2e-05', '0.00002'],
  ['', undefined],
  ['1,000', undefined],
  ['n/a', undefined],
  ['1.2.3', undefined],
])('number: %j is %j', (text, expected) => expect(numberText(text)).toBe(expected))

test.each([
  ['£1,234,567', '1234567'],
  ['£ 12', '12'],
  ['(500)', '-500'],
  ['-£3.25', '-3.25'],
  ['1 234', '1234'],
  ['12,34', undefined],
  ['Not Applicable', undefined],
])('money: %j is %j', (text, expected) => expect(currencyText(text)).toBe(expected))

test.each([
  [13.624735000000001, '13.624735'],
  [0.039999999999999994, '0.04'],
  [211.44326737462424, '211.443267374624'],
  [1e-7, '0.0000001'],
  [2890664000000, '2890664000000'],
])('workbook number: %d is %j', (value, expected) => expect(workbookNumber(value)).toBe(expected))

test.each([
  ['March 2026 Economic and fiscal outlook', '2026-03'],
  ['Release date: 3 November 2025', '2025-11-03'],
  ['GDP_Deflators_Qtrly_National_Accounts_December_2025_update.xlsx', '2025-12'],
  ['wdi-2025-03-24.csv', '2025-03-24'],
  ['31 February 2026', undefined],
  ['Marching on', undefined],
  ['eric-2016-17-site.csv', undefined],
])('date in %j: %j', (text, expected) => expect(dateIn(text)).toBe(expected))

test.each([
  ['eric-2016-17-site.csv', '2016-17'],
  ['ERIC - 201920 - TrustData.csv', '2019-20'],
  ['TAC 2023/24', '2023-24'],
  ['2022-2023', '2022-23'],
  ['2016-18', undefined],
  ['from 2015-16 to 2016-17', undefined],
])('financial year in %j: %j', (text, expected) => expect(financialYearIn(text)).toBe(expected))

test.each([
  ['2025/26', '2025-26'],
  ['1999-2000', '1999-00'],
  ['2025', undefined],
  ['2025-27', undefined],
])('%j as a financial year: %j', (text, expected) => expect(asFinancialYear(text)).toBe(expected))

test.each([
  ['EL', 'GRC'],
  ['UK', 'GBR'],
  ['DE', 'DEU'],
  ['USA', 'USA'],
  ['WLD', undefined],
  ['EU27_2020', undefined],
  ['ZZ', undefined],
])('nation %j: %j', (code, expected) => expect(nationOf(code)).toBe(expected))

test.each([
  ['N1132G', 'ict-equipment'],
  ['N1173N', 'software-databases'],
  ['N11', 'total'],
  ['N117G', undefined],
])('asset %j: %j', (code, expected) => expect(assetOfCode(code)).toBe(expected))

test.each([
  ['Computer_hardware', 'ict-equipment-computers'],
  ['Telecommunications', 'ict-equipment-communications'],
  ['Other_buildings_and_structures', 'buildings'],
  ['Buildings_other_than_dwellings', 'buildings'],
  ['Dwellings', 'dwellings'],
  ['Software_and_databases', 'software-databases'],
  ['R&D', 'research-development'],
  ['Other_machinery', 'other-machinery'],
  ['Total_assets', 'total'],
  ['Notes', undefined],
])('asset named %j: %j', (name, expected) => expect(assetOfName(name)).toBe(expected))

test('an about.yaml written is read back as it was, whatever its texts hold', () => {
  const about = {
    title: 'Yes: "quoted", #1 — £',
    shape: 'observations' as const,
    unit: 'GBP million',
    prices: 'nominal' as const,
    yearType: 'financial' as const,
    dimensions: ['nation', 'kind of thing'],
    columns: { base: { kind: 'text' as const, blank: false, means: 'off' } },
    definition: 'no',
    caveats: ['- a list? {or: map}', 'two\nlines'],
    licence: 'CC BY 4.0',
    refresh: '  spaces  kept? '.trim(),
    asOfSide: 'policy' as const,
    joins: true,
    exceptions: [{ check: 'hole' as const, where: { nation: 'NO' }, periods: '2020', why: 'true' }],
  }
  const { about: read, problems } = readAbout(Buffer.from(aboutYaml(about)), 'about.yaml')
  expect(problems).toEqual([])
  expect(read).toEqual(about)
})
