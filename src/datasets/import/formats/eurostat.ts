import * as say from '../../../problems/catalogue/import.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { eachRecord } from '../csv-stream.ts'
import type { Gathering } from '../gathering.ts'
import type { Asked, ImportFile, Importer } from '../importer.ts'
import { placeCube } from '../sdmx.ts'
import type { CubeCell, CubeFile } from '../sdmx.ts'

const by = {
  publisher: 'Eurostat',
  url: 'https://ec.europa.eu/eurostat/databrowser/',
  licence: 'CC BY 4.0 (Eurostat default)',
}

/** Eurostat's tab-separated files: the key packed into the first column, a column a year, flags after the numbers. */
export const eurostatTsv: Importer = {
  read: async (files, out, asked) => {
    for (const file of files) await readTsv(file, out, asked)
  },
}

/** Eurostat's SDMX-CSV: a row an observation; TIME_PERIOD may be a year or its first day. */
export const eurostatCsv: Importer = {
  read: async (files, out, asked) => {
    for (const file of files) await readCsv(file, out, asked)
  },
}

async function readTsv(file: ImportFile, out: Gathering, asked: Asked): Promise<void> {
  let names: readonly string[] | undefined
  let periods: readonly string[] = []
  const cells: CubeCell[] = []
  const place = (line: number) => ({ file: file.shown, line })
  await eachRecord(
    file,
    (record, line) => {
      if (names === undefined) {
        const [key = '', last] = (record[0] ?? '').trim().split('\\')
        if (last?.toUpperCase() !== 'TIME_PERIOD' && last !== 'time')
          refuse(
            file,
            'eurostat-tsv',
            'a first column "freq,unit,…,geo\\TIME_PERIOD", then a column a year',
            record,
          )
        names = key.split(',').map((name) => name.trim())
        periods = record.slice(1).map((period) => period.trim())
        return
      }
      const codes = (record[0] ?? '').split(',').map((code) => code.trim())
      if (codes.length !== names.length || record.length !== periods.length + 1) {
        out.problem(say.raggedImport(place(line), record.length, periods.length + 1))
        return
      }
      const keys = Object.fromEntries(names.map((name, index) => [name, codes[index] ?? '']))
      periods.forEach((period, index) => {
        const { value, flags } = figureOf(record[index + 1] ?? '')
        cells.push({ keys, period, value, exponent: exponentOf(keys), flags, place: place(line) })
      })
    },
    { delimiter: '\t', unquoted: true, progress: asked.progress },
  )
  if (names === undefined) refuse(file, 'eurostat-tsv', 'a header row', [])
  placeCube(cubeOf(file, 'eurostat-tsv', flowOfName(file.name), undefined), cells, out, asked)
}

/** `1234.5 p` → the figure and its flag; `:` and `: c` have none. */
function figureOf(text: string): { value: string; flags: string } {
  const [figure = '', ...flags] = text.trim().split(/\s+/)
  return { value: figure.startsWith(':') ? '' : figure, flags: flags.join('') }
}

async function readCsv(file: ImportFile, out: Gathering, asked: Asked): Promise<void> {
  let header: readonly string[] | undefined
  let dimensions: readonly { name: string; column: number }[] = []
  let flow = ''
  let updated: string | undefined
  const cells: CubeCell[] = []
  const expected = 'a header row "DATAFLOW, LAST UPDATE, freq, …, geo, TIME_PERIOD, OBS_VALUE"'
  await eachRecord(
    file,
    (record, line) => {
      if (header === undefined) {
        const names = record.map((cell) => cell.trim())
        const period = names.indexOf('TIME_PERIOD')
        const wanted = ['DATAFLOW', 'TIME_PERIOD', 'OBS_VALUE', 'geo']
        if (!wanted.every((name) => names.includes(name))) refuse(file, 'eurostat-sdmx-csv', expected, record)
        header = names
        dimensions = names
          .map((name, column) => ({ name, column }))
          .filter(({ name, column }) => column < period && /^[a-z]/.test(name))
        return
      }
      const place = { file: file.shown, line }
      if (record.length !== header.length) {
        out.problem(say.raggedImport(place, record.length, header.length))
        return
      }
      const text = (name: string) => record[header?.indexOf(name) ?? -1]?.trim() ?? ''
      if (flow === '')
        flow = text('DATAFLOW')
          .replace(/^[^:]*:/, '')
          .replace(/\(.*$/, '')
      updated ??= updateDate(text('LAST UPDATE'))
      const keys = Object.fromEntries(
        // Codes may carry their label after a colon: "A:Annual".
        dimensions.map(({ name, column }) => [name, (record[column] ?? '').split(':')[0]?.trim() ?? '']),
      )
      const flags = `${text('OBS_FLAG')}${text('CONF_STATUS')}`
      const value = text('OBS_VALUE')
      cells.push({
        keys,
        period: text('TIME_PERIOD').replace(/^(\d{4})-01-01$/, '$1'),
        value: value === ':' ? '' : value,
        exponent: exponentOf(keys),
        flags,
        place,
      })
    },
    { progress: asked.progress },
  )
  if (header === undefined) refuse(file, 'eurostat-sdmx-csv', expected, [])
  placeCube(cubeOf(file, 'eurostat-sdmx-csv', flow.toLowerCase(), updated), cells, out, asked)
}

/** `05/08/26 11:00:00` → `2026-08-05`. */
function updateDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(?:20)?(\d{2})/.exec(text) ?? []
  if (day !== undefined && month !== undefined && year !== undefined) return `20${year}-${month}-${day}`
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
}

/** Units whose names say millions. */
function exponentOf(keys: Readonly<Record<string, string>>): number {
  return /^(?:CP_M|MIO_|CRC_M|CLV\d*_M|PYP_M)/.test(keys['unit'] ?? '') ? 6 : 0
}

/** `estat_nama_10_a64_p5.tsv` → `nama_10_a64_p5`. */
function flowOfName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\..*$/, '')
    .replace(/^estat_/, '')
}

function cubeOf(file: ImportFile, format: string, flow: string, published: string | undefined): CubeFile {
  return { file, flow, title: `Eurostat ${flow}`, published, by, format }
}

function refuse(file: ImportFile, format: string, expected: string, record: readonly string[]): never {
  const problem = say.unrecognised({ file: file.shown, line: 1 }, format, expected, say.firstWords([record]))
  throw new ProblemsError([problem], exitCodes.data)
}
