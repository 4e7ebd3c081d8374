import * as say from '../../../problems/catalogue/import.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { eachRecord } from '../csv-stream.ts'
import type { Gathering } from '../gathering.ts'
import type { Asked, ImportFile, Importer } from '../importer.ts'
import { placeCube } from '../sdmx.ts'
import type { CubeCell } from '../sdmx.ts'

/**
 * OECD Data Explorer, SDMX-CSV: a row an observation. Every code has a column, and in the labelled form its label another;
 * which dimensions there are differs by dataset.
 */
export const oecd: Importer = {
  read: async (files, out, asked) => {
    for (const file of files) await readFile(file, out, asked)
  },
}

const by = {
  publisher: 'OECD',
  url: 'https://data-explorer.oecd.org',
  licence: 'CC BY 4.0 (OECD Data Explorer default); see the terms of the dataset',
}

/** Columns that are no dimensions and stand before the figures. */
const about = ['STRUCTURE', 'STRUCTURE_ID', 'STRUCTURE_NAME', 'DATAFLOW', 'ACTION']

interface Header {
  readonly cells: readonly string[]
  readonly dimensions: readonly { readonly name: string; readonly column: number }[]
  at(name: string): number
}

async function readFile(file: ImportFile, out: Gathering, asked: Asked): Promise<void> {
  let header: Header | undefined
  const cells: CubeCell[] = []
  let flow = ''
  let title = ''
  await eachRecord(
    file,
    (record, line) => {
      if (header === undefined) {
        header = headerOf(record)
        if (header === undefined) refuse(file, record)
        return
      }
      const place = { file: file.shown, line }
      if (record.length !== header.cells.length) {
        out.problem(say.raggedImport(place, record.length, header.cells.length))
        return
      }
      const text = (name: string) => record[header?.at(name) ?? -1]?.trim() ?? ''
      if (flow === '') {
        flow = flowOf(text('STRUCTURE_ID') || text('DATAFLOW'))
        title = text('STRUCTURE_NAME')
      }
      cells.push({
        keys: Object.fromEntries(
          header.dimensions.map(({ name, column }) => [name.toLowerCase(), record[column]?.trim() ?? '']),
        ),
        period: text('TIME_PERIOD'),
        value: /^(?:|NaN|\.\.)$/.test(text('OBS_VALUE')) ? '' : text('OBS_VALUE'),
        exponent: Number(text('UNIT_MULT') || '0'),
        flags: text('OBS_STATUS'),
        place,
      })
    },
    { progress: asked.progress },
  )
  if (header === undefined) refuse(file, [])
  const named = flow === '' ? file.name.replace(/\.[^.]*$/, '') : flow
  placeCube(
    {
      file,
      flow: named,
      title: title === '' ? `OECD ${named}` : title,
      published: undefined,
      by,
      format: 'oecd',
    },
    cells,
    out,
    asked,
  )
}

function headerOf(record: readonly string[]): Header | undefined {
  const cells = record.map((cell) => cell.trim())
  const period = cells.indexOf('TIME_PERIOD')
  if (period < 0 || !cells.includes('OBS_VALUE') || !cells.includes('REF_AREA')) return undefined
  return {
    cells,
    // Codes are written in capitals; what stands between them are their labels.
    dimensions: cells
      .map((name, column) => ({ name, column }))
      .filter(
        ({ name, column }) => column < period && /^[A-Z][A-Z0-9_]*$/.test(name) && !about.includes(name),
      ),
    at: (name) => cells.indexOf(name),
  }
}

function refuse(file: ImportFile, record: readonly string[]): never {
  const expected = 'a header row with REF_AREA, TIME_PERIOD and OBS_VALUE'
  const problem = say.unrecognised({ file: file.shown, line: 1 }, 'oecd', expected, say.firstWords([record]))
  throw new ProblemsError([problem], exitCodes.data)
}

/** `OECD.SDD.NAD:DSD_NAMAIN10@DF_TABLE8A(2.0)` → `DF_TABLE8A`. */
function flowOf(id: string): string {
  return id.replace(/\(.*$/, '').split(/[:@]/).at(-1) ?? id
}
