import * as say from '../../problems/catalogue/data-about.ts'
import { nearest } from '../../problems/nearest.ts'
import type { Check } from './subject.ts'

/** What about.yaml says of its own rows is true: dimensions it excuses exist, and definitions of its spine have rows. */
export const aboutAgrees: Check = ({ about, aboutPlace, rows }) => {
  const exceptions = about.exceptions.flatMap(({ where }, index) =>
    Object.keys(where)
      .filter((name) => !about.dimensions.includes(name))
      .map((name) =>
        say.unknownDimension(
          aboutPlace(['exceptions', index, 'where', name], 'key'),
          name,
          nearest(name, about.dimensions),
          about.dimensions,
        ),
      ),
  )
  const definitions = new Set(rows.map((row) => row.cell('definition')))
  const spine = (about.spine ?? []).flatMap(({ definition }, index) =>
    definitions.has(definition)
      ? []
      : [
          say.spineWithoutRows(
            aboutPlace(['spine', index, 'definition']),
            definition,
            nearest(definition, definitions),
          ),
        ],
  )
  return [...exceptions, ...spine].map((problem) => ({ problem }))
}
