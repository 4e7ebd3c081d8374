import { unknownChoice } from '../problems/catalogue/usage.ts'
import { nearest } from '../problems/nearest.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'

/**
 * Words a user gave against those the answer knows (figures, benchmarks): all unknown ones at once, with the nearest
 * known word.
 * @throws ProblemsError (exit 2)
 */
export function checkWords(
  option: string,
  values: readonly string[] | undefined,
  known: readonly string[],
): void {
  const problems = (values ?? [])
    .filter((value) => !known.includes(value))
    .map((value) => unknownChoice(option, value, known, nearest(value, known)))
  if (problems.length > 0) throw new ProblemsError(problems, exitCodes.usage)
}
