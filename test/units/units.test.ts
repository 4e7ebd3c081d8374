import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { preamble, unitCases } from './cases.ts'

/**
 * Units as types, proven by the compiler itself, under the project's own options: what must not compile does not, for
 * the reason given, and what stands beside it does.
 */

const here = import.meta.dirname
const preambleFile = path.join(here, 'preamble.ts')
const use = `import * as p from './preamble.ts'
const { calc, variable, gathered, carried, choice, at, over, words } = p
const { nominalCdel, realCdel, outputCdel, nominalRdel, englandGfcf, ukGfcf, calendarGfcf, ukGdp, realGdp, calendarGdp } = p
const { cdelPerGdp, cdelPerGfcf, ratio, percent, count, englandPeople, ukPeople } = p
const { financialDeflator, calendarDeflator, base, budget, budgetReal, budgetPrinted, resource } = p
`
const snippetLine = use.split('\n').length - 1

/** One snippet as a file of its own, that no disk holds. */
const fileOf = (index: number, kind: 'refused' | 'taken'): string => path.join(here, `${kind}-${index}.ts`)
const texts = new Map([[preambleFile, preamble]])
for (const [index, { refused, taken }] of unitCases.entries()) {
  texts.set(fileOf(index, 'refused'), `${use}${refused}\n`)
  texts.set(fileOf(index, 'taken'), `${use}${taken}\n`)
}

const program = compiled()

describe('the types refuse', () => {
  it.each(unitCases.map((each, index) => ({ ...each, index })))('$what', ({ index, because }) => {
    const errors = errorsIn(fileOf(index, 'refused'))
    expect(errors.length, 'this compiles').toBeGreaterThan(0)
    for (const { line, message } of errors) {
      expect(line, message).toBe(snippetLine)
      for (const words of because) expect(message).toContain(words)
    }
  })
})

describe('and take, beside it,', () => {
  it.each(unitCases.map((each, index) => ({ ...each, index })))('$what → $taken', ({ index }) => {
    expect(errorsIn(fileOf(index, 'taken'))).toEqual([])
  })
  it('what every snippet uses', () => {
    expect(errorsIn(preambleFile)).toEqual([])
  })
})

function compiled(): ts.Program {
  const root = path.join(here, '../..')
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: Record<string, unknown> }
  }
  // Neither Node's types nor unused names matter to a snippet.
  const own = { ...config.compilerOptions, types: [], noUnusedLocals: false, noUnusedParameters: false }
  const { options, errors } = ts.convertCompilerOptionsFromJson(own, root)
  if (errors.length > 0)
    throw new Error(
      errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')).join('\n'),
    )
  const host = ts.createCompilerHost(options)
  const disk = { ...host }
  host.fileExists = (file) => texts.has(path.normalize(file)) || disk.fileExists(file)
  host.readFile = (file) => texts.get(path.normalize(file)) ?? disk.readFile(file)
  host.getSourceFile = (file, language, ...rest) => {
    const text = texts.get(path.normalize(file))
    return text === undefined
      ? disk.getSourceFile(file, language, ...rest)
      : ts.createSourceFile(file, text, language, true)
  }
  return ts.createProgram([...texts.keys()], options, host)
}

function errorsIn(file: string): { line: number; message: string }[] {
  const source = program.getSourceFile(file)
  if (source === undefined) throw new Error(`${path.basename(file)} was not compiled`)
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    (error) => ({
      line: source.getLineAndCharacterOfPosition(error.start ?? 0).line,
      message: ts.flattenDiagnosticMessageText(error.messageText, '\n'),
    }),
  )
}
