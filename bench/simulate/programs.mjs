/**
 * The same tape as a C program and as a numpy script, block by block over the same columns of draws. Both read
 * `draws.bin` (a column a driver, float64), work it `passes` times and print nanoseconds a pass and the sum of each output.
 */

/** @typedef {{ inputs: number, constants: Float64Array, ops: Uint8Array, left: Int32Array, right: Int32Array, outputs: Int32Array }} Tape */

const operators = ['+', '-', '*', '/']

/**
 * @param {Tape} tape
 * @param {(index: number) => string} input how a draw is read
 * @param {{ lower: string, higher: string }} words
 */
export function reading(tape, input, { lower, higher }) {
  const first = tape.inputs + tape.constants.length
  const name = (/** @type {number} */ number) =>
    number < tape.inputs
      ? input(number)
      : number < first
        ? exactly(tape.constants[number - tape.inputs])
        : `v${number - first}`
  const lines = Array.from(tape.ops, (op, index) => {
    const [a, b] = [name(tape.left[index]), name(tape.right[index])]
    const text = op < 4 ? `${a} ${operators[op]} ${b}` : `${op === 4 ? lower : higher}(${a}, ${b})`
    return [`v${index}`, text]
  })
  return { name, lines }
}

/** @param {number} value */
export function exactly(value) {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/**
 * @param {Tape} tape
 * @param {{ draws: number, block: number, passes: number }} how
 */
export function cProgram(tape, { draws, block, passes }) {
  const { name, lines } = reading(tape, (index) => `in[${index}][at + i]`, {
    lower: 'LOWER',
    higher: 'HIGHER',
  })
  const outputs = Array.from(tape.outputs)
  return `#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#define LOWER(a, b) ((a) < (b) ? (a) : (b))
#define HIGHER(a, b) ((a) > (b) ? (a) : (b))
static double in[${tape.inputs}][${draws}] __attribute__((aligned(64)));
static double out[${outputs.length}][${block} + 8] __attribute__((aligned(64)));
static double sums[${outputs.length}];
static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e9 + t.tv_nsec; }
__attribute__((noinline)) static void work(long at, long count) {
  for (long i = 0; i < count; i++) {
${lines.map(([to, text]) => `    double ${to} = ${text};`).join('\n')}
${outputs.map((number, index) => `    out[${index}][i] = ${name(number)};`).join('\n')}
  }
}
int main(void) {
  FILE *file = fopen("draws.bin", "rb");
  if (!file || fread(in, sizeof in, 1, file) != 1) return 1;
  printf("{\\"passes\\": [");
  for (int pass = 0; pass < ${passes}; pass++) {
    double from = now();
    for (long at = 0; at < ${draws}; at += ${block}) work(at, at + ${block} < ${draws} ? ${block} : ${draws} - at);
    printf("%s%.0f", pass ? ", " : "", now() - from);
  }
  for (long at = 0; at < ${draws}; at += ${block}) {
    long count = at + ${block} < ${draws} ? ${block} : ${draws} - at;
    work(at, count);
    for (int o = 0; o < ${outputs.length}; o++) for (long i = 0; i < count; i++) sums[o] += out[o][i];
  }
  printf("], \\"sums\\": [");
  for (int o = 0; o < ${outputs.length}; o++) printf("%s%.17g", o ? ", " : "", sums[o]);
  printf("]}\\n");
  return 0;
}
`
}

/**
 * Whole columns of a block at a time, into a few arrays that are used again as soon as nobody reads them any more: what
 * numpy does fastest.
 *
 * @param {Tape} tape
 * @param {{ draws: number, block: number, passes: number }} how
 */
export function numpyScript(tape, { draws, block, passes }) {
  const { lines, arrays, name } = inFewArrays(tape, (index) => `d[${index}]`)
  return `import json, time
import numpy as np
drawn = np.fromfile('draws.bin').reshape(${tape.inputs}, ${draws})
t = [np.empty(${block}) for _ in range(${arrays})]
def work(d):
${lines.join('\n')}
    return (${Array.from(tape.outputs, (number) => name(number)).join(', ')},)
passes = []
starts = range(0, ${draws}, ${block})
for _ in range(${passes}):
    start = time.perf_counter_ns()
    for at in starts:
        work(list(drawn[:, at:at + ${block}]))
    passes.append(time.perf_counter_ns() - start)
sums = np.zeros(${tape.outputs.length})
for at in starts:
    sums += [np.sum(column) for column in work(list(drawn[:, at:at + ${block}]))]
print(json.dumps({'passes': passes, 'sums': list(sums)}))
`
}

/**
 * Lines of numpy that work the tape into arrays `t`, each used again as soon as nobody reads it any more; results stand
 * where `name` says.
 *
 * @param {Tape} tape
 * @param {(index: number) => string} input how a column of draws is read
 */
export function inFewArrays(tape, input) {
  const calls = ['np.add', 'np.subtract', 'np.multiply', 'np.divide', 'np.minimum', 'np.maximum']
  const first = tape.inputs + tape.constants.length
  const outputs = new Set(tape.outputs)
  const reads = new Map()
  for (const number of [...tape.left, ...tape.right]) reads.set(number, (reads.get(number) ?? 0) + 1)
  const arrayOf = new Map()
  const free = []
  let arrays = 0
  const name = (/** @type {number} */ number) =>
    number < tape.inputs
      ? input(number)
      : number < first
        ? exactly(tape.constants[number - tape.inputs])
        : `t[${arrayOf.get(number)}]`
  const lines = Array.from(tape.ops, (op, index) => {
    const [left, right] = [tape.left[index], tape.right[index]]
    const operands = `${name(left)}, ${name(right)}`
    for (const number of [left, right]) {
      reads.set(number, reads.get(number) - 1)
      if (number >= first && reads.get(number) === 0 && !outputs.has(number)) free.push(arrayOf.get(number))
    }
    const array = free.pop() ?? arrays++
    arrayOf.set(first + index, array)
    return `    ${calls[op]}(${operands}, out=t[${array}])`
  })
  return { lines, arrays, name }
}
