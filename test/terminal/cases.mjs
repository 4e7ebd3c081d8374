/**
 * What is run in the terminal: a shell line that calls `capgap`, patterns the screen must show, and whether it is in
 * colour. Every case is also held to the terminal's width.
 */
export const cases = [
  {
    name: 'the default run',
    command: 'capgap run',
    shows: [/2029-30/, /eu14/i, /digital/i, /infrastructure/i, /£bn/],
    colour: true,
  },
  {
    name: 'the default run under NO_COLOR',
    command: 'NO_COLOR=1 capgap run',
    shows: [/2029-30/],
    colour: false,
  },
  {
    name: 'the default run on a dumb terminal',
    command: 'TERM=dumb capgap run',
    shows: [/2029-30/],
    colour: false,
  },
  { name: 'lookback', command: 'capgap lookback', shows: [/2010/, /2019/, /£bn/], colour: true },
  {
    name: 'a wide table of words',
    command: 'capgap data list',
    shows: [/dhsc-capital/, /uk-gdp/],
    colour: true,
  },
  {
    name: 'one number explained',
    command: 'capgap explain gap --depth 3 --quiet',
    shows: [/├─/, /= requirement − projected spend/],
    colour: false,
  },
  {
    name: 'usage mistakes',
    command: 'capgap run --format cvs --category digitel --no-color',
    shows: [/"csv"/, /"digital"/],
    colour: false,
  },
  {
    name: 'a reader that leaves early',
    command: 'capgap run --quiet | head -1',
    shows: [/capital spend of £/],
    colour: false,
  },
  { name: 'help', command: 'capgap --help', shows: [/run/, /lookback/, /explain/], colour: false },
]
