import type { Place, Problem } from '../problem.ts'
import { error, listed, meant } from './data-words.ts'

/** Sentences about the files of datasets: folders, encoding, columns, sources, and adding one to another. */

export function folderMissing(folder: string): Problem {
  return error(
    'data-folder-missing',
    { file: folder },
    'There is no such folder',
    'Name a folder that holds dataset folders, or one dataset folder with observations.csv and about.yaml',
  )
}

export function folderEmpty(folder: string): Problem {
  return error(
    'data-folder-empty',
    { file: folder },
    'The folder holds no dataset and no sources.csv',
    'Put each dataset in a folder of its own, as <name>/observations.csv and <name>/about.yaml',
  )
}

export function fileMissing(file: string, kind: 'about.yaml' | 'observations.csv'): Problem {
  return error(
    kind === 'about.yaml' ? 'about-missing' : 'observations-missing',
    { file },
    `The dataset has no ${kind}`,
    kind === 'about.yaml'
      ? 'Write an about.yaml beside observations.csv; copy one from the bundled data and change it'
      : 'Put the rows in observations.csv beside about.yaml',
  )
}

export function emptyFile(place: Place): Problem {
  return error('empty-file', place, 'The file is empty', 'Write a header row and at least one row of figures')
}

export function noRows(place: Place): Problem {
  return error(
    'no-rows',
    place,
    'The file has a header and no rows',
    'Add at least one row, or remove the dataset',
  )
}

export function notUtf8(place: Place, byte: number, pound: boolean): Problem {
  const shown = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
  return error(
    'not-utf-8',
    place,
    pound
      ? `The line holds the byte ${shown}, which is "£" in Windows-1252 and nothing in UTF-8`
      : `The line holds the byte ${shown}, which is not UTF-8`,
    pound
      ? 'Save the file as UTF-8; values take no "£": the unit stands in about.yaml'
      : 'Save the file as UTF-8 (in Excel: "CSV UTF-8")',
  )
}

export function csvSyntax(place: Place, unclosed: boolean): Problem {
  return error(
    'csv-syntax',
    place,
    unclosed
      ? 'A quotation mark is opened and never closed'
      : 'A quotation mark stands in the middle of a cell',
    'Put quotation marks round the whole cell and double those inside it: "said ""yes"""',
  )
}

export function repeatedColumn(place: Place, name: string): Problem {
  return error(
    'duplicate-column',
    place,
    `The column "${name}" is in the header twice`,
    'Give every column a name of its own; one of the two would be lost',
  )
}

export function blankLine(place: Place): Problem {
  return error('blank-line', place, 'The line is blank', 'Delete it')
}

export function raggedRow(place: Place, cells: number, columns: number): Problem {
  return error(
    'ragged-row',
    place,
    `The row has ${cells} cells and the header has ${columns}`,
    cells > columns
      ? 'Put quotation marks round text that holds a comma, and write numbers without thousands commas'
      : 'Write a comma for every cell, empty ones too',
  )
}

export function missingColumn(place: Place, name: string, known: readonly string[]): Problem {
  return error(
    'missing-column',
    place,
    `The column "${name}" is missing`,
    `Add it to the header; the columns are ${listed(known)}`,
  )
}

export function unknownColumn(place: Place, name: string, near: string | undefined): Problem {
  return error(
    'unknown-column',
    place,
    `The column "${name}" is not known${meant(near)}`,
    'Rename it, or declare it under "dimensions" or "columns" in about.yaml',
  )
}

export function emptyCell(place: Place, name: string): Problem {
  return error(
    'empty-cell',
    place,
    `The cell of "${name}" is empty`,
    `Write a value for "${name}" in every row`,
  )
}

export function emptySourceCell(place: Place, column: string): Problem {
  return error(
    'empty-cell',
    place,
    `The source has no ${column}`,
    'Fill it in; only published and note may be blank',
  )
}

export function repeatedSource(place: Place, id: string, firstLine: number): Problem {
  return error(
    'repeated-source',
    place,
    `The id "${id}" is used twice; it first stands on line ${firstLine}`,
    'Give each publication an id of its own',
  )
}

export function conflictingSource(
  place: Place,
  id: string,
  columns: readonly string[],
  other: string,
): Problem {
  return error(
    'conflicting-source',
    place,
    `The source "${id}" is known already with another ${listed(columns)} (${other})`,
    'Use the row as it stands there, or give your publication an id of its own',
  )
}

export function nothingToJoin(place: Place, name: string, near: string | undefined): Problem {
  return error(
    'nothing-to-join',
    place,
    `There is no dataset "${name}" to add rows to${meant(near)}`,
    'Name the folder after the dataset it adds to, or write "joins: false"',
  )
}

export function joinDiffers(place: Place, key: string, own: string, other: string): Problem {
  return error(
    'join-differs',
    place,
    `The ${key} "${own}" is not that of the dataset joined, "${other}"`,
    'Rows of one dataset share unit, prices, year type, dimensions and shape: write the same, or "joins: false"',
  )
}

export function repeatedInJoin(place: Place, other: string): Problem {
  return error(
    'repeated-key',
    place,
    `The row repeats the dimensions, period, status, published and source of ${other}`,
    'Delete it, or correct what tells it apart; to replace figures write "joins: false" and give every row',
  )
}
