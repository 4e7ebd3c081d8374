"""Draws and distributions by a second method: Python's standard library and plain definitions, nothing of ours.

    python3 test/uncertainty/second-method.py > test/uncertainty/second-method.json

Whole numbers are exact here, the normal is `statistics.NormalDist` and `math.erfc`, the beta is a power series solved by
bisection; the program uses 32-bit arithmetic, Wichura's and Hart's approximations, and tables.
"""

import json
import math
from statistics import NormalDist

WORD = 2 ** 32


def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        a, b = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(b // WORD) ^ c[1] ^ k[0], b % WORD, (a // WORD) ^ c[3] ^ k[1], a % WORD]
        k = [(k[0] + 0x9E3779B9) % WORD, (k[1] + 0xBB67AE85) % WORD]
    return c


def rotated(word, by):
    return (word << by | word >> (32 - by)) % WORD


def xoshiro(state):
    s = list(state)
    while True:
        yield (rotated((s[0] + s[3]) % WORD, 7) + s[0]) % WORD
        t = s[1] << 9
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] = (s[2] ^ t) % WORD
        s[3] = rotated(s[3], 11)


def words_of(seed):
    return seed % WORD, seed // WORD


def plain(seed, replicate, dimension, index):
    run, skip = divmod(index, 256)
    words = xoshiro(philox([run % WORD, run // WORD, dimension, replicate], words_of(seed)))
    for _ in range(2 * skip):
        next(words)
    high, low = next(words), next(words)
    return (2 * ((high >> 6) * 2 ** 26 + (low >> 6)) + 1) / 2 ** 53


# Dimension: degree, inner coefficients, first direction numbers (Joe and Kuo 2008, new-joe-kuo-6.21201).
JOE_KUO = {1: (1, 0, [1]), 4: (3, 2, [1, 1, 1]), 127: (10, 242, [1, 3, 3, 7, 5, 41, 127, 61, 261, 717])}


def directions(dimension):
    """Numbers m_k as the paper writes them, then the binary fractions m_k / 2^k, in 2^-32."""
    if dimension == 0:
        return [2 ** (31 - k) for k in range(32)]
    s, a, m = JOE_KUO[dimension]
    m = list(m)
    for k in range(len(m), 32):
        value = m[k - s] ^ (m[k - s] << s)
        for i in range(1, s):
            value ^= ((a >> (s - 1 - i)) & 1) * (m[k - i] << i)
        m.append(value)
    return [m[k] << (31 - k) for k in range(32)]


def digits(word):
    return [(word >> (31 - r)) & 1 for r in range(32)]


def sobol(seed, replicate, dimension, index):
    key = words_of(seed)
    words = []
    for block in range(0, 36, 4):
        words += philox([block, 2 ** 31, dimension, replicate], key)
    gray = index ^ (index >> 1)
    point = 0
    for k, direction in enumerate(directions(dimension)):
        if (gray >> k) & 1:
            point ^= direction
    x, shift = digits(point), digits(words[32])
    # matrix[r][c]: ones on the diagonal, random bits below it.
    matrix = [[1 if r == c else (digits(words[c])[r] if r > c else 0) for c in range(32)] for r in range(32)]
    y = [(sum(matrix[r][c] * x[c] for c in range(32)) + shift[r]) % 2 for r in range(32)]
    whole = sum(bit << (31 - r) for r, bit in enumerate(y))
    return (whole + ((words[33] >> 12) + 0.5) / 2 ** 20) / WORD


def series_beta(x, a, b):
    """I_x(a, b) by its power series about 0, from whichever end is nearer."""
    if x > 0.5:
        return 1 - series_beta(1 - x, b, a)
    total, term, n = 0.0, 1.0, 0
    while n < 400:
        total += term / (a + n)
        n += 1
        term *= (n - b) / n * x
    return x ** a * total * math.gamma(a + b) / (math.gamma(a) * math.gamma(b))


def bisected(function, target, low, high):
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) < target else (low, middle)
    return (low + high) / 2


def quantile(kind, p, u):
    if kind == 'normal':
        return NormalDist(*p).inv_cdf(u)
    if kind == 'lognormal':
        s2 = math.log(1 + (p[1] / p[0]) ** 2)
        return math.exp(NormalDist(math.log(p[0]) - s2 / 2, math.sqrt(s2)).inv_cdf(u))
    if kind == 'uniform':
        return p[0] + (p[1] - p[0]) * u
    low, mode, high = p
    if kind == 'triangular':
        def below(x):
            if x < mode:
                return (x - low) ** 2 / ((high - low) * (mode - low))
            return 1 - (high - x) ** 2 / ((high - low) * (high - mode)) if high > mode else 1
        return bisected(below, u, low, high)
    a = 1 + 4 * (mode - low) / (high - low)
    return low + (high - low) * bisected(lambda x: series_beta(x, a, 6 - a), u, 0.0, 1.0)


CHANCES = [1e-9, 1e-4, 0.001, 0.025, 0.1, 0.3, 0.4999, 0.5, 0.7, 0.95, 0.999, 0.999999]
KINDS = [('normal', [3, 2]), ('lognormal', [3, 1]), ('lognormal', [100, 250]), ('uniform', [-1, 2]),
         ('triangular', [0, 3, 12]), ('triangular', [0, 0, 12]), ('triangular', [-4, 8, 8]),
         ('pert', [0, 3, 12]), ('pert', [0, 0, 12]), ('pert', [-4, 8, 8]), ('pert', [10, 15, 20])]
PLACES = [(0, 0, 0), (0, 0, 1), (0, 1, 255), (0, 1, 256), (3, 4, 70000), (15, 127, 12345)]
SEEDS = [20261122, 0, 2 ** 53 - 1]

print(json.dumps({
    'plain': [[s, *place, plain(s, *place)] for s in SEEDS for place in PLACES],
    'sobol': [[s, *place, sobol(s, *place)] for s in SEEDS for place in PLACES],
    'normalCdf': [[z, 0.5 * math.erfc(-z / math.sqrt(2))] for z in (-38, -20, -8, -3, -0.5, 0, 0.1, 1, 2.5, 5, 7.5)],
    'quantiles': [[kind, p, [[u, quantile(kind, p, u)] for u in CHANCES]] for kind, p in KINDS],
}, indent=1))
