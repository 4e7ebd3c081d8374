import * as say from '../problems/catalogue/data-files.ts'
import type { Problem } from '../problems/problem.ts'
import type { About } from './about.ts'
import { observationKey } from './checks/keys.ts'
import type { Subject } from './checks/subject.ts'
import { columnOf, joined } from './data-table.ts'
import type { DataTable } from './data-table.ts'

/** Rows of one dataset added to another of the same name. */
export interface Joined {
  readonly about: About
  readonly table: DataTable
  readonly problems: readonly Problem[]
}

const mustAgree = ['shape', 'unit', 'prices', 'yearType'] as const

/**
 * Adds the rows of `subject` to a dataset. Both must measure the same thing in the same form, and no key may stand in
 * both. Caveats, marks and exceptions are added; spine, breaks and baseline stay those of the dataset joined.
 */
export function join(base: { about: About; table: DataTable }, subject: Subject, table: DataTable): Joined {
  const { about } = subject
  const differs = mustAgree
    .filter((key) => about[key] !== base.about[key])
    .map((key) => say.joinDiffers(subject.aboutPlace([key]), key, about[key], base.about[key]))
  const dimensions = [about.dimensions.join(', '), base.about.dimensions.join(', ')] as const
  if (dimensions[0] !== dimensions[1])
    differs.push(say.joinDiffers(subject.aboutPlace(['dimensions']), 'dimensions', ...dimensions))
  const problems = differs.length > 0 ? differs : repeatedKeys(base, subject)
  return {
    about: {
      ...base.about,
      columns: { ...about.columns, ...base.about.columns },
      caveats: [...new Set([...base.about.caveats, ...about.caveats])],
      marks: [...(base.about.marks ?? []), ...(about.marks ?? [])],
      exceptions: [...base.about.exceptions, ...about.exceptions],
    },
    table: joined(base.table, table),
    problems,
  }
}

function repeatedKeys(base: { about: About; table: DataTable }, { rows }: Subject): Problem[] {
  const { table } = base
  const parts = [...base.about.dimensions, 'period', 'status', 'published', 'source'].map((name) =>
    columnOf(table, name),
  )
  const known = new Map<string, string>()
  table.lines.forEach((line, row) => {
    const key = parts.map((column) => column[row] ?? '').join('\u0000')
    known.set(key, `${table.files[table.fileOf[row] ?? 0] ?? ''}:${line}`)
  })
  return rows.flatMap((row) => {
    const other = known.get(observationKey(row))
    return other === undefined ? [] : [say.repeatedInJoin(row.place('period'), other)]
  })
}
