import { op } from './operations.ts'
import { segmentsOf, type Plan, type Segment } from './segments.ts'
import { firstResult } from './tape.ts'

/**
 * A plan as JavaScript: one loop a segment. All columns stand in one array, which is twice as fast as an array each. It is generated from opcodes and whole numbers only;
 * nothing that a user writes, and no value, stands in it.
 */
export function javascriptOf(plan: Plan): string {
  return `'use strict';return[${segmentsOf(plan)
    .map((segment) => loopOf(plan, segment))
    .join(',\n')}]`
}

/** What the generated code comes to: the segments, to be called in order with all columns, constants and draws wanted. */
export type JavascriptSegments = readonly ((
  columns: Float64Array,
  constants: Float64Array,
  count: number,
) => void)[]

/** Makes functions of generated code. */
export function javascriptSegments(source: string): JavascriptSegments {
  // The text is ours from the first to the last character: see above.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return (new Function(source) as () => JavascriptSegments)()
}

function loopOf({ tape, columnOf, stride }: Plan, { from, to, reads }: Segment): string {
  const first = firstResult(tape)
  const constants = new Set<number>()
  const lines: string[] = []
  // What is read once is written where it is read.
  const inline = new Map<number, string>()

  const place = (number: number): string => `C[i+${(columnOf[number] as number) * stride}]`

  function operand(number: number): string {
    const written = inline.get(number)
    if (written !== undefined) return written
    const isConstant = number >= tape.inputs && number < first
    if (isConstant) {
      constants.add(number - tape.inputs)
      return `k${number - tape.inputs}`
    }
    if (number >= first + from) return `v${number}`
    if (reads[number] === 1) return place(number)
    lines.push(`const v${number}=${place(number)}`)
    inline.set(number, `v${number}`)
    return `v${number}`
  }

  for (let index = from; index < to; index += 1) {
    const number = first + index
    const left = operand(tape.left[index] as number)
    const right = operand(tape.right[index] as number)
    const text = expression(tape.ops[index] as number, left, right)
    const column = columnOf[number] as number
    if (column < 0 && reads[number] === 1 && text.length < longestExpression) {
      inline.set(number, text)
      continue
    }
    if (reads[number] === 0) lines.push(`${place(number)}=${text}`)
    else lines.push(column < 0 ? `const v${number}=${text}` : `const v${number}=${place(number)}=${text}`)
  }
  const heads = Array.from(constants, (constant) => `const k${constant}=K[${constant}];`)
  return `function(C,K,n){${heads.join('')}for(let i=0;i<n;i++){${lines.join(';')}}}`
}

/** Beyond this, expressions nest deeper than a parser likes. */
const longestExpression = 400

function expression(code: number, left: string, right: string): string {
  switch (code) {
    case op.add:
      return `(${left}+${right})`
    case op.subtract:
      return `(${left}-${right})`
    case op.multiply:
      return `(${left}*${right})`
    case op.divide:
      return `(${left}/${right})`
    case op.lower:
      return `Math.min(${left},${right})`
    case op.higher:
      return `Math.max(${left},${right})`
    default:
      throw new Error(`there is no operation ${code}`)
  }
}
