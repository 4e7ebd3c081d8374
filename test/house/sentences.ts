import ts from 'typescript'
import { within, type Rule } from './rule.ts'
import { lineOf, nodesOf } from './source-file.ts'

/** Every sentence a user can be shown is written in src/problems/catalogue. */

const problemsFromCatalogue: Rule = {
  name: 'problems are written in the catalogue',
  advice: 'Add a function to src/problems/catalogue that returns the Problem, and call it here.',
  planted: {
    path: 'scenarios/validate.ts',
    text: "const problem = { code: 'x', severity: 'error', found: 'x', advice: 'y' }",
  },
  check: (file) =>
    file.layer === 'problems'
      ? []
      : nodesOf(file, ts.isObjectLiteralExpression)
          .filter((literal) => ['code', 'found', 'advice'].every((name) => hasProperty(literal, name)))
          .map((literal) => ({ line: lineOf(file, literal), found: 'writes a problem of its own' })),
}

/**
 * Where sentences may stand outside the catalogue: declarations whose words are part of what they declare.
 * By file or folder, or by the property or call that holds the text.
 */
const sentenceHomes = {
  files: [
    'problems',
    'terms',
    'figures/assumption-list.ts',
    // A formula in words, printed from the formula.
    'engine/calculators/words.ts',
    // What a key means stands beside the key: it becomes the JSON Schema and the editor's help.
    'scenarios/schema.ts',
    'scenarios/schema-parts.ts',
    'scenarios/schema-further.ts',
    // What --help says stands beside the option it explains.
    'cli/program.ts',
    'cli/options.ts',
    'cli/declare-appraise.ts',
    'cli/declare-brief.ts',
    'cli/declare-compare.ts',
    'cli/declare-model.ts',
    'cli/declare-data.ts',
    'cli/declare-import.ts',
    'cli/declare-scenario.ts',
    'cli/declare-simulate.ts',
    'cli/declare-records.ts',
    'cli/declare-replicate.ts',
    'cli/declare-solve.ts',
    'cli/declare-sweep.ts',
  ],
  properties: ['label', 'title', 'note', 'about', 'description', 'summary'],
  calls: [
    'Error',
    'TypeError',
    'describe',
    'description',
    'option',
    'argument',
    'addHelpText',
    'summary',
    'meta',
  ],
}

const sentencesFromCatalogue: Rule = {
  name: 'sentences are written in the catalogue',
  advice:
    'Move the sentence to a function in src/problems/catalogue/<department>.ts, so that all are read together.',
  planted: {
    path: 'reports/run-report.ts',
    text: 'export const note = (year: string) => [`A positive gap means that spend falls short in ${year}`]',
  },
  check: (file) =>
    within(file.path, sentenceHomes.files)
      ? []
      : nodesOf(file, isText)
          .filter((node) => isSentence(node.getText(file.tree)) && !hasSentenceHome(node))
          .map((node) => ({
            line: lineOf(file, node),
            found: `says ${node.getText(file.tree).slice(0, 60)}`,
          })),
}

export const sentenceRules: readonly Rule[] = [problemsFromCatalogue, sentencesFromCatalogue]

function hasProperty(literal: ts.ObjectLiteralExpression, name: string): boolean {
  return literal.properties.some((property) => property.name?.getText() === name)
}

function isText(node: ts.Node): node is ts.StringLiteral | ts.TemplateLiteral {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
}

/** Five words or more with a verb among them: `A positive gap means that spend falls short`; a label has none. */
function isSentence(text: string): boolean {
  const words = text.match(/[A-Za-z’']+/g) ?? []
  return (
    words.length >= 5 && words.some((word) => verbs.has(word.toLowerCase())) && / [a-z]+ [a-z]+ /.test(text)
  )
}

const verbs = new Set(
  'is are was were be has have had does do did cannot can must may should would will needs means names says stands falls write give use add set'.split(
    ' ',
  ),
)

function hasSentenceHome(node: ts.Node): boolean {
  for (let outer: ts.Node = node.parent; !ts.isSourceFile(outer); outer = outer.parent) {
    if (ts.isPropertyAssignment(outer) && sentenceHomes.properties.includes(outer.name.getText())) return true
    if (ts.isCallExpression(outer) || ts.isNewExpression(outer)) {
      const called = ts.isPropertyAccessExpression(outer.expression)
        ? outer.expression.name
        : outer.expression
      if (sentenceHomes.calls.includes(called.getText())) return true
    }
    if (ts.isStatement(outer)) return false
  }
  return false
}
