#!/usr/bin/env node
/** Starts the program and sets the exit code; nothing else. */

try {
  const { main, processIo } = await import('../dist/cli.js')
  process.exitCode = await main(process.argv.slice(2), processIo())
} catch (error) {
  process.exitCode = 70
  const notBuilt = error?.code === 'ERR_MODULE_NOT_FOUND' && error.url?.endsWith('/dist/cli.js')
  process.stderr.write(notBuilt ? notBuiltYet() : bug(error))
}

function notBuiltYet() {
  return 'capgap is not built yet. In its folder, run "npm start" (which builds it first), or "npm ci && npm run build".\n'
}

function bug(error) {
  const what = process.env.CAPGAP_DEBUG ? error?.stack : error?.message
  return `capgap stopped because of a mistake in capgap itself, not in your scenario or data: ${what ?? error}
Please report it with the command you gave and the output of "capgap --version".
Set CAPGAP_DEBUG=1 and run it again to see where it happened.
`
}
