/**
 * Runs a script from what V8 compiled of it the last time, as bin/load-program.js runs the program:
 * `node from-code.cjs <script> …`. The first run compiles, and keeps what its work took.
 */
const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const { Script } = require('node:vm')

const [file] = process.argv.splice(2, 1)
const kept = `${file}.code`
const cachedData = existsSync(kept) ? readFileSync(kept) : undefined
const source = `(function(exports,require,module){${readFileSync(file, 'latin1')}\n})`
const script = new Script(source, { filename: file, cachedData })
if (cachedData === undefined) process.once('exit', () => writeFileSync(kept, script.createCachedData()))
script.runInThisContext()({}, require, { exports: {} })
