import * as say from '../../../problems/catalogue/import.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { dateIn } from '../dates.ts'
import type { Gathering } from '../gathering.ts'
import type { Asked, ImportFile, Importer } from '../importer.ts'
import { openGovernment, publication } from '../publication.ts'
import { openWorkbook } from '../workbook.ts'
import type { Workbook } from '../workbook.ts'
import { readDeflator, readNominalGdp } from './obr/economy.ts'
import { readGdp, readLimit } from './obr/expenditure.ts'
import type { Outlook } from './obr/outlook.ts'

/**
 * The Office for Budget Responsibility's Economic and fiscal outlook, detailed forecast tables: expenditure (4.3 GDP, 4.7
 * resource and 4.8 capital limits of Health and Social Care) and economy (1.4 GDP, 1.7 deflator). One workbook or both.
 */
export const obrEfo: Importer = {
  read: async (files, out, asked) => {
    for (const file of files) await readFile(file, out, asked)
  },
}

const by = {
  publisher: 'Office for Budget Responsibility',
  url: 'https://obr.uk/efo/',
  licence: openGovernment,
}

const tables = ['4.3', '4.7', '4.8', '1.4', '1.7'] as const

async function readFile(file: ImportFile, out: Gathering, asked: Asked): Promise<void> {
  const book = await openWorkbook(file)
  const found = tables.filter((name) => book.names.includes(name))
  if (found.length === 0) refuse(file, 'sheets 4.7 and 4.8, or 1.4 and 1.7', say.noSheet(book.names))
  const title = await titleOf(book)
  const published = asked.published ?? dateIn(title ?? '') ?? dateIn(file.name)
  if (title === undefined || published === undefined)
    refuse(
      file,
      'a title such as "March 2026 Economic and fiscal outlook – detailed forecast tables"',
      say.noSheet(book.names),
    )
  const kind = title.split(':').at(-1)?.trim() ?? ''
  const source = publication(by, ['obr-efo', published, kind], title, published, [file])
  const outlook: Outlook = {
    file,
    out,
    published,
    source: source.id,
    vintage: `obr-${published.slice(0, 7)}`,
  }
  out.source(source)
  for (const name of found) {
    const sheet = await book.sheet(name)
    if (sheet === undefined) continue
    if (name === '4.8') readLimit(sheet, outlook, 'dhsc-capital')
    else if (name === '4.7') readLimit(sheet, outlook, 'dhsc-resource')
    else if (name === '4.3') readGdp(sheet, outlook)
    else if (name === '1.4') readNominalGdp(sheet, outlook)
    else readDeflator(sheet, outlook)
  }
}

function refuse(file: ImportFile, expected: string, seen: string): never {
  throw new ProblemsError([say.unrecognised({ file: file.shown }, 'obr-efo', expected, seen)], exitCodes.data)
}

/** The title on the sheet of contents, which names the month of the outlook. */
async function titleOf(book: Workbook): Promise<string | undefined> {
  const contents = await book.sheet(book.names[0] ?? '')
  if (contents === undefined) return undefined
  for (let row = 0; row < Math.min(contents.rows, 10); row += 1) {
    for (let column = 0; column < contents.columns; column += 1) {
      const text = contents.text(row, column)
      if (/economic and fiscal outlook/i.test(text)) return text
    }
  }
  return undefined
}
