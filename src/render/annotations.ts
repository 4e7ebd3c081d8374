import { shortened, type ShownProblem } from './problems.ts'

/** A step of GitHub Actions shows this many annotations of a kind and drops the rest in silence. */
const mostShown = 10

/**
 * Problems as GitHub annotates them, in the order given: at most ten errors and ten warnings, of which the last says how
 * many are hidden.
 */
export function renderAnnotations(
  problems: readonly ShownProblem[],
  hidden: (count: number) => string,
): string {
  return (['error', 'warning'] as const)
    .flatMap((severity) => {
      const all = problems.filter((problem) => problem.severity === severity)
      if (all.length <= mostShown) return all.map(annotation)
      const shown = all.slice(0, mostShown - 1)
      return [...shown.map(annotation), `::${severity}::${data(hidden(all.length - shown.length))}`]
    })
    .map((line) => `${line}\n`)
    .join('')
}

function annotation({ severity, place, found, advice }: ShownProblem): string {
  const where = Object.entries({ file: place?.file, line: place?.line, col: place?.column }).flatMap(
    ([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]),
  )
  return `::${severity}${where.length === 0 ? '' : ` ${where.join(',')}`}::${data(`${shortened(found)}. ${advice}`)}`
}

/** What would end a line or begin an escape: see the source of the runner, ActionCommand. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
