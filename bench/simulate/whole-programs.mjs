import { exactly, inFewArrays, reading } from './programs.mjs'

/**
 * The whole of a simulation as others would write it: draws, the model, means, quantiles, chances and standard errors over
 * 16 sections, printed as `mean,mean-se,p5,p5-se,…,chance,chance-se` a line, then the peak memory in kB. Each program takes
 * the number of draws as its argument. The model is the same tape; draws are those of each language's own generator.
 */

/**
 * @typedef {{ kind: 'normal', mean: number, sd: number } | { kind: 'uniform', low: number, high: number } |
 *   { kind: 'triangular', low: number, mode: number, high: number }} Drawn
 * @typedef {import('./programs.mjs').Tape} Tape
 */

const sections = 16
const chances = [0.05, 0.1, 0.5, 0.9, 0.95]
/** Draws that go through the model at once: what numpy and R do fastest, and what fits the cache for C. */
const blocks = { numpy: 8192, r: 65_536, c: 1024 }

/** What both numpy programs do with their draws `out`: a line of estimates and standard errors a number, then the peak. */
export const statisticsInNumpy = `def both(every, each):
    return [every, np.sqrt(np.sum((each - every) ** 2) / (sections * (sections - 1)))]
for x in out:
    parts = x.reshape(sections, -1)
    row = both(x.mean(), parts.mean(axis=1))
    of_all, of_each = np.quantile(x, chances), np.quantile(parts, chances, axis=1)
    for k in range(len(chances)):
        row += both(of_all[k], of_each[k])
    row += both((x <= 0).mean(), (parts <= 0).mean(axis=1))
    print(','.join(repr(float(value)) for value in row))
try:
    print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))
except OSError:
    print(0)
`

/**
 * @param {Tape} tape
 * @param {(Drawn | undefined)[]} drawn one a driver, undefined where no output reads it
 */
export function wholeNumpy(tape, drawn) {
  const { name, lines, arrays } = inFewArrays(tape, (index) => `d${index}`)
  const draw = {
    normal: ({ mean, sd }) => `rng.normal(${mean}, ${sd}, m)`,
    uniform: ({ low, high }) => `rng.uniform(${low}, ${high}, m)`,
    triangular: ({ low, mode, high }) => `rng.triangular(${low}, ${mode}, ${high}, m)`,
  }
  return `import sys
import numpy as np
sections, chances, block = ${sections}, ${JSON.stringify(chances)}, ${blocks.numpy}
n = -(-int(sys.argv[1]) // sections) * sections
rng = np.random.default_rng(20261122)
out = np.empty((${tape.outputs.length}, n))
kept = [np.empty(block) for _ in range(${arrays})]
for at in range(0, n, block):
    m = min(block, n - at)
    t = kept if m == block else [each[:m] for each in kept]
${drawn.map((each, index) => (each ? `    d${index} = ${draw[each.kind](each)}\n` : '')).join('')}${lines.join('\n')}
${Array.from(tape.outputs, (number, index) => `    out[${index}, at:at + m] = ${name(number)}`).join('\n')}
${statisticsInNumpy}`
}

/**
 * @param {Tape} tape
 * @param {(Drawn | undefined)[]} drawn
 */
export function wholeR(tape, drawn) {
  const { name, lines } = reading(tape, (index) => `d${index}`, { lower: 'pmin', higher: 'pmax' })
  const draw = {
    normal: ({ mean, sd }) => `rnorm(m, ${mean}, ${sd})`,
    uniform: ({ low, high }) => `runif(m, ${low}, ${high})`,
    triangular: ({ low, mode, high }) => `triangular(m, ${low}, ${mode}, ${high})`,
  }
  return `sections <- ${sections}; chances <- c(${chances.join(', ')}); block <- ${blocks.r}
n <- ceiling(as.numeric(commandArgs(TRUE)[1]) / sections) * sections
set.seed(20261122)
triangular <- function(m, a, c, b) {
  u <- runif(m)
  ifelse(u < (c - a) / (b - a), a + sqrt(u * (b - a) * (c - a)), b - sqrt((1 - u) * (b - a) * (b - c)))
}
out <- matrix(0, n, ${tape.outputs.length})
at <- 0
while (at < n) {
  m <- min(block, n - at)
${drawn.map((each, index) => (each ? `  d${index} <- ${draw[each.kind](each)}\n` : '')).join('')}${lines
    .map(([to, text]) => `  ${to} <- ${text}`)
    .join('\n')}
${Array.from(tape.outputs, (number, index) => `  out[(at + 1):(at + m), ${index + 1}] <- ${name(number)}`).join('\n')}
  at <- at + m
}
both <- function(every, each) c(every, sqrt(sum((each - every)^2) / (sections * (sections - 1))))
for (o in seq_len(ncol(out))) {
  x <- out[, o]
  parts <- matrix(x, ncol = sections)
  row <- both(mean(x), colMeans(parts))
  all <- quantile(x, chances, names = FALSE)
  each <- apply(parts, 2, quantile, chances, names = FALSE)
  for (k in seq_along(chances)) row <- c(row, both(all[k], each[k, ]))
  cat(paste(format(c(row, both(mean(x <= 0), colMeans(parts <= 0))), digits = 17, trim = TRUE), collapse = ","), "\\n", sep = "")
}
status <- if (file.exists("/proc/self/status")) grep("VmHWM", readLines("/proc/self/status"), value = TRUE) else "0"
cat(gsub("[^0-9]", "", status), "\\n", sep = "")
`
}

/**
 * @param {Tape} tape
 * @param {(Drawn | undefined)[]} drawn
 */
export function wholeC(tape, drawn) {
  const { name, lines } = reading(tape, (index) => `d[${index}][i]`, { lower: 'LOWER', higher: 'HIGHER' })
  const draw = {
    normal: ({ mean, sd }) => `${exactly(mean)} + ${exactly(sd)} * normal()`,
    uniform: ({ low, high }) => `${exactly(low)} + ${exactly(high - low)} * uniform()`,
    triangular: ({ low, mode, high }) => `triangular(${[low, mode, high].map(exactly).join(', ')})`,
  }
  const outputs = Array.from(tape.outputs)
  return `#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define LOWER(a, b) ((a) < (b) ? (a) : (b))
#define HIGHER(a, b) ((a) > (b) ? (a) : (b))
enum { sections = ${sections}, block = ${blocks.c}, outputs = ${outputs.length}, quantiles = ${chances.length} };
static const double chances[quantiles] = {${chances.join(', ')}};
/* xoshiro256++ (Blackman and Vigna 2021), started from splitmix64. */
static uint64_t s[4];
static uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
static uint64_t next(void) {
  uint64_t result = rotl(s[0] + s[3], 23) + s[0], t = s[1] << 17;
  s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
  return result;
}
static double uniform(void) { return ((next() >> 11) + 0.5) * 0x1p-53; }
static double normal(void) {
  static double kept; static int has;
  if (has) { has = 0; return kept; }
  double u, v, q;
  do { u = 2 * uniform() - 1; v = 2 * uniform() - 1; q = u * u + v * v; } while (q >= 1 || q == 0);
  double f = sqrt(-2 * log(q) / q);
  kept = v * f; has = 1;
  return u * f;
}
static double triangular(double a, double c, double b) {
  double u = uniform();
  return u < (c - a) / (b - a) ? a + sqrt(u * (b - a) * (c - a)) : b - sqrt((1 - u) * (b - a) * (b - c));
}
static double d[${tape.inputs}][block];
static double *out[outputs];
__attribute__((noinline)) static void work(long at, long m) {
  for (long i = 0; i < m; i++) {
${lines.map(([to, text]) => `    double ${to} = ${text};`).join('\n')}
${outputs.map((number, index) => `    out[${index}][at + i] = ${name(number)};`).join('\n')}
  }
}
/* Puts at place k of v[low..high] what sorting would put there, smaller ones before it (Hoare 1961). */
static void inPlace(double *v, long low, long high, long k) {
  while (low < high) {
    double p = v[k]; long i = low, j = high;
    do {
      while (v[i] < p) i++;
      while (v[j] > p) j--;
      if (i <= j) { double x = v[i]; v[i++] = v[j]; v[j--] = x; }
    } while (i <= j);
    if (j < k) low = i;
    if (k < i) high = j;
  }
}
static void quantilesOf(double *v, long n, double *to) {
  long from = 0;
  for (int q = 0; q < quantiles; q++) {
    double exact = chances[q] * (n - 1); long place = (long)exact;
    inPlace(v, from, n - 1, place);
    double low = v[place], high = low;
    if (exact > place) {
      high = INFINITY;
      for (long k = place + 1; k < n; k++) if (v[k] < high) high = v[k];
    }
    to[q] = low + (exact > place ? (high - low) * (exact - place) : 0);
    from = place;
  }
}
static void statistics(double *x, double *scratch, long n, double *to) {
  double sum = 0; long closed = 0;
  for (long i = 0; i < n; i++) { sum += x[i]; closed += x[i] <= 0; }
  to[0] = sum / n;
  memcpy(scratch, x, n * sizeof *x);
  quantilesOf(scratch, n, to + 1);
  to[1 + quantiles] = (double)closed / n;
}
int main(int count, char **args) {
  if (count < 2) return 1;
  long n = (atol(args[1]) + sections - 1) / sections * sections;
  uint64_t z = 20261122;
  for (int k = 0; k < 4; k++) {
    uint64_t x = (z += 0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9; x = (x ^ (x >> 27)) * 0x94d049bb133111eb; s[k] = x ^ (x >> 31);
  }
  for (int o = 0; o < outputs; o++) out[o] = malloc(n * sizeof(double));
  double *scratch = malloc(n * sizeof(double));
  for (long at = 0; at < n; at += block) {
    long m = n - at < block ? n - at : block;
${drawn
  .map((each, index) =>
    each ? `    for (long i = 0; i < m; i++) d[${index}][i] = ${draw[each.kind](each)};\n` : '',
  )
  .join('')}    work(at, m);
  }
  for (int o = 0; o < outputs; o++) {
    double all[quantiles + 2], each[quantiles + 2], squares[quantiles + 2] = {0};
    statistics(out[o], scratch, n, all);
    for (int p = 0; p < sections; p++) {
      statistics(out[o] + p * (n / sections), scratch, n / sections, each);
      for (int k = 0; k < quantiles + 2; k++) squares[k] += (each[k] - all[k]) * (each[k] - all[k]);
    }
    for (int k = 0; k < quantiles + 2; k++)
      printf("%s%.17g,%.17g", k ? "," : "", all[k], sqrt(squares[k] / (sections * (sections - 1))));
    printf("\\n");
  }
  FILE *status = fopen("/proc/self/status", "r");
  char line[256]; long peak = 0;
  while (status && fgets(line, sizeof line, status)) sscanf(line, "VmHWM: %ld", &peak);
  printf("%ld\\n", peak);
  return 0;
}
`
}
