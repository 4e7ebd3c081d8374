import { lineWords } from '../../problems/catalogue/explain.ts'
import * as say from '../../problems/catalogue/log.ts'
import type { ModelRun } from '../../run/run.ts'
import { quotedSource } from '../explain/said.ts'
import type { Row } from '../table.ts'
import { given, logTable, words, type LogTable } from './table.ts'

/** What a scenario calls itself is no decision. */
const names = new Set(['title', 'summary', 'source'])

/** What one file, or the command line, replaced in another: what, where, instead of what, why and by whom. */
export function decisionsLog(run: ModelRun): LogTable {
  const overrides = [...run.overrides, ...run.byOptions].filter(({ key }) => !names.has(key))
  const rows = overrides.map(({ key, won, lost }): Row => {
    const [list, name = ''] = key.split('.')
    const setting = list === 'assumptions' ? run.settings.assumptions.get(name) : undefined
    const missing = list === 'assumptions' ? say.notGiven : say.noKey
    return {
      cells: [
        words(key),
        words(won.text),
        words(lineWords(won)),
        words(lost.map((loser) => `${loser.text} (${lineWords(loser)})`).join('; ')),
        given(setting?.why, missing),
        given(setting?.source ?? quotedSource(run, key), missing),
        given(setting?.by, missing),
        given(setting?.on, missing),
        { kind: 'missing', reason: say.blankToSign },
      ],
    }
  })
  const columns = ['key', 'value', 'said-at', 'instead-of', 'why', 'source', 'made-by', 'on', 'signed-off']
  return {
    table: logTable('decisions', say.titles.decisions, columns, rows, [say.decisionsNote, say.noSignOffNote]),
    entries: overrides.map(({ key }) => key),
  }
}
