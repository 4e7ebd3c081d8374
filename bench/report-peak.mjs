import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Loaded before the program (`node --import`): at its end, writes its peak resident memory in kB to the file that
 * CAPGAP_BENCH_PEAK names.
 */
process.on('exit', () => {
  writeFileSync(String(process.env['CAPGAP_BENCH_PEAK']), String(peak()))
})

/** Linux's own high-water mark of this program; maxRSS, which may include the parent's, elsewhere. */
function peak() {
  try {
    const kept = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))
    if (kept) return Number(kept[1])
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS
}
