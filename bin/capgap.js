#!/usr/bin/env node
'use strict'
/** Starts the program and sets the exit code; nothing else. */

// Until the program says how it ended, it has not ended well: nothing that stops half-way may look like success.
process.exitCode = 70

start().then(
  (code) => {
    process.exitCode = code
  },
  (error) => process.stderr.write(error?.notBuilt ? notBuilt : bug(error)),
)

async function start() {
  const { loadProgram } = require('./load-program.js')
  const { main, processIo } = loadProgram()
  return await main(process.argv.slice(2), processIo())
}

const notBuilt = `capgap is not built yet. In its folder, run "npm start", which builds it first, or "npm ci" and "npm run build".
`

function bug(error) {
  const what = process.env.CAPGAP_DEBUG ? error?.stack : error?.message
  return `capgap stopped because of a mistake in capgap itself, not in your scenario or data: ${what ?? error}
Please report it with the command you gave and the output of "capgap --version".
Set CAPGAP_DEBUG=1 and run it again to see where it happened.
`
}
