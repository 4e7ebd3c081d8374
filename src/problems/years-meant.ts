import { financialYear, parseFinancialRange, parseFinancialYear } from '../terms/year.ts'

const oneYear = /(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})(?!\d)/g
const between = /^(\s|to|until|and|[-–—])*$/

/**
 * The financial years that a text written another way was probably meant for: `2025/26–2029/30` → `2025-26 to 2029-30`.
 * @returns undefined where it does not read as one year or two, first before last
 */
export function yearsMeant(text: string): string | undefined {
  if (!between.test(text.replace(oneYear, ''))) return undefined
  const years = Array.from(text.matchAll(oneYear), ([, first = '', last = '']) => {
    const start = parseFinancialYear(`${first}-${last.slice(-2)}`)
    const fits = last.length === 2 || Number(last) === Number(first) + 1
    return start === undefined || !fits ? '' : financialYear(start)
  })
  const meant = years.join(' to ')
  return parseFinancialRange(meant) === undefined ? undefined : meant
}
