import { statisticsInNumpy } from './whole-programs.mjs'

/**
 * The model of grid.ts as somebody would write it in numpy: formulas over arrays of benchmarks, categories and draws, a year at
 * a time, in blocks of draws that fit the cache. It shares nothing with our engine: neither the tape nor what that leaves
 * out. Takes the number of draws; prints what the other programs print.
 *
 * @param {'every' | 'yearly'} asked
 */
export function gridInNumpy(asked) {
  const outputs = asked === 'yearly' ? 26 : 468
  return `import sys
import numpy as np
sections, chances, block = 16, [0.05, 0.1, 0.5, 0.9, 0.95], 4096
n = -(-int(sys.argv[1]) // sections) * sections
rng = np.random.default_rng(20261122)
out = np.empty((${outputs}, n))
uplift_of = [[(benchmark + category) % 10 for category in range(4)] for benchmark in range(12)]

class Drivers:
    """Normal, triangular and uniform in turn, each about its range."""
    def __init__(self, draws):
        self.draws, self.drawn = draws, 0
    def between(self, low, high):
        middle, kind = (low + high) / 2, self.drawn % 3
        self.drawn += 1
        if kind == 0:
            return rng.normal(middle, (high - low) / 3.29, self.draws)
        if kind == 1:
            return rng.triangular(low, middle, high, self.draws)
        return rng.uniform(low, high, self.draws)

def work(m):
    drivers = Drivers(m)
    share = np.array([drivers.between(0.003 + b / 4000, 0.005 + b / 4000) for b in range(12)])
    bridge = drivers.between(0.9, 1.3)
    growth = drivers.between(0.025, 0.045)
    inflation = drivers.between(0.016, 0.031)
    underspend = drivers.between(0, 0.12)
    leases = drivers.between(0, 1400)
    parts = [drivers.between(0.6, 0.7), drivers.between(0.1, 0.2), drivers.between(0.1, 0.2)]
    part = np.array([*parts, np.ones(m)])
    real_growth = drivers.between(-0.01, 0.03)
    uplift = np.array([drivers.between(0, 2000) for _ in range(10)])
    gdp, deflator, baseline = 3000000.0, 100.0, 13600.0
    cumulative = np.zeros((12, m))
    for _ in range(13):
        gdp = gdp * (1 + growth)
        deflator = deflator * (1 + inflation)
        baseline = baseline * ((1 + inflation) * (1 + real_growth))
        to_base = 100 / deflator
        whole = share * gdp * (bridge * 0.8444)
        requirement = (whole[:, None] * part + leases * part) * to_base
        funded = baseline * part + uplift[uplift_of] * part
        spend = funded * (1 - underspend) * to_base
        gap = requirement - spend
        shortfall = np.maximum(gap[:, :3], 0).sum(axis=1)
        ${
          asked === 'yearly'
            ? 'yield gap[:, 3].sum(axis=0), shortfall.sum(axis=0)'
            : `cumulative = cumulative + gap[:, 3]
        yield [each[b] for b in range(12) for each in (gap[:, 3], shortfall, cumulative)]`
        }

for at in range(0, n, block):
    m = min(block, n - at)
    row = 0
    for year in work(m):
        for number in year:
            out[row, at:at + m] = number
            row += 1
${statisticsInNumpy}`
}
