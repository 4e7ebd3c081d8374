import { describe, expect, test } from 'vitest'
import { appearance, colourOn, widthOf } from '../../src/cli/appearance.ts'
import { fakeIo } from './fake-io.ts'

describe('colour', () => {
  test.each<[string, boolean, Record<string, string>, boolean, boolean]>([
    // what, on a terminal, environment, wanted (no --no-color), colour
    ['on a terminal', true, {}, true, true],
    ['not on a terminal', false, {}, true, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, true, false],
    ['NO_COLOR of any text', true, { NO_COLOR: 'false' }, true, false],
    ['an empty NO_COLOR counts for nothing', true, { NO_COLOR: '' }, true, true],
    ['TERM=dumb', true, { TERM: 'dumb' }, true, false],
    ['TERM=xterm', true, { TERM: 'xterm' }, true, true],
    ['--no-color', true, {}, false, false],
    ['FORCE_COLOR without a terminal', false, { FORCE_COLOR: '1' }, true, true],
    ['an empty FORCE_COLOR counts for nothing', false, { FORCE_COLOR: '' }, true, false],
    ['FORCE_COLOR=0 asks for none', true, { FORCE_COLOR: '0' }, true, false],
    ['FORCE_COLOR=false asks for none', true, { FORCE_COLOR: 'false' }, true, false],
    ['NO_COLOR beats FORCE_COLOR', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    ['TERM=dumb beats FORCE_COLOR', false, { FORCE_COLOR: '1', TERM: 'dumb' }, true, false],
    ['--no-color beats FORCE_COLOR', false, { FORCE_COLOR: '1' }, false, false],
  ])('%s', (_, onTerminal, env, wanted, expected) => {
    expect(colourOn(onTerminal, env, wanted)).toBe(expected)
  })
})

describe('box lines', () => {
  test.each([
    ['on a terminal', { isTerminal: true }, true],
    ['on a terminal without colour', { isTerminal: true, env: { NO_COLOR: '1' } }, true],
    ['not on a dumb terminal', { isTerminal: true, env: { TERM: 'dumb' } }, false],
    ['not in a pipe', { isTerminal: false }, false],
    ['not in a pipe with forced colour', { isTerminal: false, env: { FORCE_COLOR: '1' } }, false],
  ])('%s', (_, world, expected) => {
    expect(appearance(fakeIo(world).io, true).boxes).toBe(expected)
  })
})

describe('width', () => {
  test.each([
    ['the terminal’s', { columns: 132, env: {} }, 132],
    ['the terminal’s, whatever COLUMNS says', { columns: 132, env: { COLUMNS: '200' } }, 132],
    ['COLUMNS without a terminal', { columns: undefined, env: { COLUMNS: '200' } }, 200],
    ['80 without either', { columns: undefined, env: {} }, 80],
    ['80 when COLUMNS is no number', { columns: undefined, env: { COLUMNS: 'wide' } }, 80],
    ['80 when the terminal does not know', { columns: 0, env: {} }, 80],
    ['never under 40', { columns: 12, env: {} }, 40],
  ])('%s', (_, world, expected) => {
    expect(widthOf(world)).toBe(expected)
  })
})
