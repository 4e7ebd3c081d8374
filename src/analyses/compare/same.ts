import { Decimal } from '../../terms/decimal.ts'

/** What a setting says for people, for the record or for sampled runs: no number is worked from it. */
const words: ReadonlySet<string> = new Set([
  'said',
  'title',
  'source',
  'published',
  'why',
  'by',
  'on',
  'range',
  'evidence',
])

/** Whether two settings come to the same numbers, whatever they say beside them and wherever they were said. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Decimal.isDecimal(a) && Decimal.isDecimal(b)) return a.equals(b)
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, index) => saysTheSame(each, b[index]))
  }
  if (a instanceof Map && b instanceof Map) {
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && saysTheSame(value, b.get(key)))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.every((key) => words.has(key) || saysTheSame(a[key], b[key]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Map) && !Array.isArray(value)
}
