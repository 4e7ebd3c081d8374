/**
 * Runs capgap in a real terminal (tmux) and looks at the screen a person would see: nothing wraps, nothing is cut, and
 * colour is there exactly when it should be. Started by .ci/run; needs tmux. Cases are in cases.mjs.
 */
import { strict as assert } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { Checklist } from '../../scripts/checklist.mjs'
import { cases } from './cases.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The two sizes a table must read well at: an old terminal and a wide one. */
const sizes = [
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
]
const endMark = 'capgap-test-ended'
const list = new Checklist()
let screens = 0

for (const size of sizes) {
  for (const { name, command, shows, colour } of cases) {
    const screen = await screenAfter(command, size)
    const where = `${name}, at ${size.columns} by ${size.rows}`
    await list.check(`${where}: shows what it should`, () => {
      for (const pattern of shows) assert.match(screen.text, pattern)
    })
    await list.check(`${where}: no line is wider than the terminal`, () => {
      assert.deepEqual(
        screen.text.split('\n').filter((line) => line.length > size.columns),
        [],
      )
    })
    await list.check(`${where}: ${colour ? 'has' : 'has no'} colour`, () => {
      assert.equal(screen.coloured, colour, screen.text)
    })
  }
}
list.finish()

/**
 * What the terminal shows once the command has ended, with its scrollback.
 *
 * @param {string} command
 * @param {{ columns: number, rows: number }} size
 */
async function screenAfter(command, size) {
  // A server of our own for each screen, which nothing left over can reach.
  screens += 1
  const socket = `capgap-test-${process.pid}-${screens}`
  const tmux = (/** @type {string[]} */ args) => tmuxOn(socket, args)
  try {
    tmux([
      '-f',
      '/dev/null',
      'new-session',
      '-d',
      '-s',
      'test',
      '-x',
      `${size.columns}`,
      '-y',
      `${size.rows}`,
      'sh',
    ])
    tmux(['set-option', '-g', 'history-limit', '50000'])
    // A new window, since the limit holds for windows made after it was set.
    const line = `unset NO_COLOR FORCE_COLOR; cd '${root}'; capgap() { '${process.execPath}' bin/capgap.js "$@"; }; ${command}; printf '\\n${endMark} %s' $?; sleep 60`
    tmux(['new-window', '-t', 'test', line])
    for (let wait = 0; wait < 300; wait += 1) {
      if (tmux(['capture-pane', '-p', '-t', 'test']).includes(endMark)) break
      await sleep(100)
    }
    // Lines that the terminal wrapped come back joined (-J), so that a line too wide is seen as one.
    const text = tmux(['capture-pane', '-p', '-J', '-S', '-', '-t', 'test'])
    const withEscapes = tmux(['capture-pane', '-p', '-e', '-S', '-', '-t', 'test'])
    return {
      text: text
        .slice(0, text.lastIndexOf(endMark))
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n'),
      coloured: withEscapes.includes('\u001B['),
    }
  } finally {
    tmux(['kill-server'])
  }
}

/**
 * @param {string} socket
 * @param {string[]} args
 */
function tmuxOn(socket, args) {
  const { status, stdout, stderr, error } = spawnSync('tmux', ['-L', socket, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`tmux ${args.join(' ')} failed: ${stderr}${error ?? ''}`)
  return stdout
}
