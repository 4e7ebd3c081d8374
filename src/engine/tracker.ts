/**
 * Knows what changes between runs, when it last did, and what each thing remembered has read of it. What changes is named
 * by a number, its mark; a set of marks is the bits of one number.
 */
export interface Tracker {
  /** Says that whatever is being worked has read this. */
  readonly read: (mark: number) => void
  /** Says that this is another value from now on. */
  readonly change: (mark: number) => void
  /**
   * An answer worked when first asked for, and again when something its working read has changed since.
   * @param loop what to throw when the answer is asked for while it is being worked
   */
  readonly memo: <T>(work: () => T, loop: () => Error) => () => T
}

/** Marks that a tracker tells apart: the bits of a small whole number. Things beyond them share the last. */
export const mostMarks = 30

export function createTracker(): Tracker {
  let now = 0
  const changedAt: number[] = Array.from({ length: mostMarks }, () => 0)
  /** What the answer being worked has read so far. */
  let reading = 0

  function changedSince(marks: number, when: number): boolean {
    for (let rest = marks, mark = 0; rest !== 0; rest >>>= 1, mark += 1) {
      if ((rest & 1) === 1 && (changedAt[mark] ?? 0) > when) return true
    }
    return false
  }

  return {
    read: (mark) => {
      reading |= 1 << mark
    },
    change: (mark) => {
      now += 1
      changedAt[mark] = now
    },
    memo: <T>(work: () => T, loop: () => Error) => {
      let known: { readonly answer: T } | undefined
      let marks = 0
      let when = 0
      let working = false
      return () => {
        if (working) throw loop()
        if (known === undefined || changedSince(marks, when)) {
          const outer = reading
          reading = 0
          working = true
          try {
            known = { answer: work() }
            marks = reading
            when = now
          } finally {
            // What throws is asked again, and what asked it has read no more than before.
            working = false
            reading = outer
          }
        }
        reading |= marks
        return known.answer
      }
    },
  }
}
