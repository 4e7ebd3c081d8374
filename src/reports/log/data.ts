import * as say from '../../problems/catalogue/log.ts'
import type { ModelRun } from '../../run/run.ts'
import { walk } from '../graph.ts'
import type { Row } from '../table.ts'
import { given, logTable, words, type LogTable } from './table.ts'

interface Read {
  readonly lines: Set<string>
  readonly sources: Set<string>
  readonly published: Set<string>
}

/** Every dataset a number of the run was chosen from: sources, dates, licence, risks, vintage and hash. */
export function dataLog(run: ModelRun): LogTable {
  const read = new Map<string, Read>()
  for (const { figure, cell } of walk(run).leaves) {
    const origin = run.origin(figure, cell)
    if (origin.kind !== 'data' || origin.choice.kind !== 'chosen') continue
    const { dataset } = origin.request
    const { file, line, source, published } = origin.choice.observation
    const known = read.get(dataset) ?? { lines: new Set(), sources: new Set(), published: new Set() }
    known.lines.add(`${file}:${line}`)
    known.sources.add(source)
    if (published !== '') known.published.add(published)
    read.set(dataset, known)
  }
  const names = [...read.keys()].sort()
  const columns = ['dataset', 'title', 'source', 'published', 'licence', 'risk', 'vintage', 'rows', 'hash']
  return {
    table: logTable(
      'data',
      say.titles.data,
      [...columns, 'signed-off'],
      names.map((name) => rowOf(run, name, read.get(name))),
      [say.dataNote, say.noSignOffNote],
    ),
    entries: names,
  }
}

function rowOf(run: ModelRun, name: string, read: Read | undefined): Row {
  const { title, licence, caveats } = run.data.about(name)
  const dates = [...(read?.published ?? [])].sort()
  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  return {
    cells: [
      words(name),
      words(title),
      words([...(read?.sources ?? [])].sort().join('; ')),
      given(first === last ? first : `${first} to ${last}`, say.notGiven),
      words(licence),
      given(caveats.join(' '), say.notGiven),
      given(run.vintageOf(name), say.noVintage),
      words(String(read?.lines.size ?? 0)),
      words(run.data.hashOf(name).slice(0, 16)),
      { kind: 'missing', reason: say.blankToSign },
    ],
  }
}
