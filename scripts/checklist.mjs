/**
 * A list of named checks for the parts of the house that no unit test can reach (the packed package, a real terminal).
 * Prints a line a check and ends with a count, `N passed, N failed`, alone.
 */
export class Checklist {
  passed = 0
  failed = 0

  /**
   * Runs one check; it fails by throwing.
   *
   * @param {string} name
   * @param {() => void | Promise<void>} check
   */
  async check(name, check) {
    try {
      await check()
      this.passed += 1
      console.log(`ok      ${name}`)
    } catch (error) {
      this.failed += 1
      console.log(`FAILED  ${name}\n${indent(error instanceof Error ? error.message : String(error))}`)
    }
  }

  /** Prints the count and sets the exit code. */
  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed`)
    if (this.failed > 0) process.exitCode = 1
  }
}

/** @param {string} text */
function indent(text) {
  return text.replaceAll(/^/gm, '        ')
}
