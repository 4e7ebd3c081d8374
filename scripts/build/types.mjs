import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/**
 * Writes the declarations of the public API, and of what it names, into the types folder of `out`.
 *
 * @param {URL} root
 * @param {string} out
 */
export function emitTypes(root, out) {
  const folder = fileURLToPath(root)
  const config = ts.getParsedCommandLineOfConfigFile(
    join(folder, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: fail,
    },
  )
  const program = ts.createProgram([join(folder, 'src/index.ts')], {
    ...config?.options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(folder, 'src'),
    outDir: join(out, 'types'),
  })
  /** @type {Map<string, string>} */
  const written = new Map()
  const { diagnostics } = program.emit(undefined, (path, text) => written.set(normalize(path), text))
  for (const problem of [...ts.getPreEmitDiagnostics(program), ...diagnostics]) fail(problem)

  spellOutSchemas(program, written, join(folder, 'src'), join(out, 'types'))
  for (const path of reachable(written, normalize(join(out, 'types/index.d.ts')))) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, withJsEndings(/** @type {string} */ (written.get(path))))
  }
}

/**
 * The declarations that the entry names, directly or through others: all a user's compiler ever opens.
 *
 * @param {Map<string, string>} written
 * @param {string} entry
 */
function reachable(written, entry) {
  const found = new Set([entry])
  for (const path of found) {
    for (const { fileName } of ts.preProcessFile(written.get(path) ?? '').importedFiles) {
      if (!fileName.startsWith('.')) continue
      found.add(normalize(join(dirname(path), fileName.replace(/\.(ts|js)$/, '.d.ts'))))
    }
  }
  return found
}

/**
 * Types inferred from a zod schema are written out in full, and the schema itself left out: zod is bundled, so a user's
 * compiler would not find it.
 *
 * @param {ts.Program} program
 * @param {Map<string, string>} written
 * @param {string} src
 * @param {string} types
 */
function spellOutSchemas(program, written, src, types) {
  const checker = program.getTypeChecker()
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias
  for (const [path, text] of written) {
    if (!/ from ['"]zod[/'"]/.test(text)) continue
    const source = program.getSourceFile(join(src, relative(types, path)).replace(/\.d\.ts$/, '.ts'))
    if (!source) throw new Error(`${path} was made from no source file of ours.`)
    const aliases = source.statements.filter(
      (statement) =>
        ts.isTypeAliasDeclaration(statement) &&
        statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    )
    const lines = /** @type {ts.TypeAliasDeclaration[]} */ (aliases).map(
      (alias) =>
        `export type ${alias.name.text} = ${checker.typeToString(checker.getTypeAtLocation(alias), undefined, flags)};\n`,
    )
    written.set(path, lines.join(''))
  }
}

/**
 * Names the files beside a declaration by the ending a user's program sees: `./year.ts` becomes `./year.js`.
 *
 * @param {string} text
 */
function withJsEndings(text) {
  return text.replaceAll(/\b(from |import\()(['"])(\.[^'"]*)\.ts\2/g, '$1$2$3.js$2')
}

/** @param {ts.Diagnostic} problem @returns {never} */
function fail(problem) {
  throw new Error(
    ts.formatDiagnostic(problem, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => process.cwd(),
      getNewLine: () => '\n',
    }),
  )
}
