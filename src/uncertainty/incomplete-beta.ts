/** The natural logarithm of the gamma function, x > 0: Stirling's series after stepping up to 10 or more. */
function logGamma(x: number): number {
  let product = 1
  let at = x
  while (at < 10) product *= at++
  const r = 1 / (at * at)
  const series =
    (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360))))) / at
  return (at - 0.5) * Math.log(at) - at + 0.9189385332046727 + series - Math.log(product)
}

/** The logarithm of the beta function. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

/**
 * The regularised incomplete beta function I_x(a, b), the chance of a beta variable at or below x. Lentz's continued
 * fraction on the side where it converges fast (Abramowitz and Stegun 26.5.8; Press et al., Numerical Recipes 6.4).
 * `logB` is logBeta(a, b).
 */
export function incompleteBeta(x: number, a: number, b: number, logB: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logB)
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= 200; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    const factor = d * c
    value *= factor
    if (Math.abs(factor - 1) < 1e-15) break
  }
  return value
}
