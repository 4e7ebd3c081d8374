const notACommand =
  'A model of 1,872 cells and 31 drivers (our engine on that model, started as a process: not a command of ours)'

/**
 * What is asked, and how often of how many draws: one number a year, and all that the plain command prints; then
 * of the model the speed budget was set on.
 *
 * @param {number} rounds
 */
export const questionsOf = (rounds) => [
  {
    title: 'The total gap against one benchmark (`simulate --benchmark eu14 --category total`)',
    args: ['simulate', '--benchmark', 'eu14', '--category', 'total'],
    asks: { benchmark: 'eu14', category: 'total' },
    sizes: new Map([
      [1e3, rounds],
      [1e4, rounds],
      [1e5, rounds],
      [1e6, Math.ceil(rounds / 4)],
      [1e7, 1],
    ]),
  },
  {
    title: 'Every gap of the shipped plans, by benchmark and category (`simulate`)',
    args: ['simulate'],
    asks: {},
    sizes: new Map([
      [1e4, Math.ceil(rounds / 2)],
      [1e5, Math.ceil(rounds / 2)],
    ]),
  },
  {
    title: `${notACommand}: two numbers a year that read every cell`,
    grid: 'yearly',
    sizes: new Map([
      [1e4, rounds],
      [1e5, rounds],
      [1e6, 1],
    ]),
  },
  {
    title: `${notACommand}: three numbers a year of each of 12 benchmarks`,
    grid: 'every',
    sizes: new Map([
      [1e4, Math.ceil(rounds / 3)],
      [1e5, Math.ceil(rounds / 3)],
    ]),
  },
]
