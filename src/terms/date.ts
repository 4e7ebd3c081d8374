/**
 * Publication dates. `published` may be a date, a month or a year; a partial date means its last day, because
 * until then nobody can be sure that the figure was public.
 */
const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** The last day that a full or partial date can mean (`2025-05` → `2025-05-31`), or undefined when it is no date. */
export function lastDayOf(text: string): string | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [, year, month, day] = match
  if (month === undefined) return `${year}-12-31`
  const lastDay = daysInMonth(Number(year), Number(month))
  if (lastDay === undefined) return undefined
  if (day === undefined) return `${year}-${month}-${String(lastDay).padStart(2, '0')}`
  return Number(day) >= 1 && Number(day) <= lastDay ? text : undefined
}

/** Whether the text is a whole date, `YYYY-MM-DD`, that exists. */
export function isDate(text: string): boolean {
  return text.length === 10 && lastDayOf(text) !== undefined
}

function daysInMonth(year: number, month: number): number | undefined {
  if (month < 1 || month > 12) return undefined
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}
