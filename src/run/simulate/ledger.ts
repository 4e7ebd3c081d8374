/**
 * How threads share work through memory, without messages. Units are claimed in order, worked into a ring of slots, and
 * taken in order by the main thread: whoever works a unit, it is the same unit and lands in the same place, so the results are
 * the same bytes for any number of threads. A unit may be claimed only when its slot has been taken: memory stays flat.
 */
export interface Ledger {
  readonly state: Int32Array<SharedArrayBuffer>
  /** The ring: one column an output for each slot. */
  readonly slots: readonly (readonly Float64Array[])[]
}

/** Places in the state: the next unit nobody has claimed, how many were taken, then the unit that lies done in each slot. */
const claimedUntil = 0
const takenUntil = 1
const firstDone = 2

/** An empty ledger, not yet open: nothing can be claimed. A slot holds a column of `length` numbers for each output. */
export function createLedger(slots: number, outputs: number, length: number): Ledger {
  const state = new Int32Array(new SharedArrayBuffer(4 * (firstDone + slots)))
  // As though the first units' slots were still full.
  state[takenUntil] = -slots
  const room = new SharedArrayBuffer(8 * slots * outputs * length)
  return {
    state,
    slots: Array.from({ length: slots }, (_, slot) =>
      Array.from(
        { length: outputs },
        (_, output) => new Float64Array(room, 8 * (slot * outputs + output) * length, length),
      ),
    ),
  }
}

/** Lets units be claimed: whatever they need has been written. */
export function open({ state }: Ledger): void {
  Atomics.store(state, takenUntil, 0)
  Atomics.notify(state, takenUntil)
}

/** Claims the next unit; undefined when none is left, or its slot is still full. */
export function claim({ state, slots }: Ledger, units: number): number | undefined {
  for (;;) {
    const next = Atomics.load(state, claimedUntil)
    if (next >= units || next >= Atomics.load(state, takenUntil) + slots.length) return undefined
    if (Atomics.compareExchange(state, claimedUntil, next, next + 1) === next) return next
  }
}

/** The columns a unit is worked into. */
export function slotOf({ slots }: Ledger, unit: number): readonly Float64Array[] {
  return slots[unit % slots.length] ?? []
}

/** Says that a unit lies done in its slot. */
export function finish({ state, slots }: Ledger, unit: number): void {
  const place = firstDone + (unit % slots.length)
  Atomics.store(state, place, unit + 1)
  Atomics.notify(state, place)
}

export function isDone({ state, slots }: Ledger, unit: number): boolean {
  return Atomics.load(state, firstDone + (unit % slots.length)) === unit + 1
}

/** Waits, without holding up the thread, until a unit may be done. */
export async function untilDone(ledger: Ledger, unit: number): Promise<void> {
  const { state, slots } = ledger
  const place = firstDone + (unit % slots.length)
  const now = Atomics.load(state, place)
  if (now !== unit + 1) await (Atomics as unknown as AsyncAtomics).waitAsync(state, place, now).value
}

/** In every Node we support, and not yet among the declarations of the language we compile for. */
interface AsyncAtomics {
  waitAsync(state: Int32Array, place: number, value: number): { readonly value: Promise<string> | string }
}

/** Says that a unit was taken, and its slot may be filled again. */
export function release({ state }: Ledger, unit: number): void {
  Atomics.store(state, takenUntil, unit + 1)
  Atomics.notify(state, takenUntil)
}

/** Leaves nothing to claim. */
export function close({ state }: Ledger, units: number): void {
  Atomics.store(state, claimedUntil, units)
  Atomics.notify(state, takenUntil)
}

/** What a thread of its own does: claims and works until nothing is left, waiting where all slots are full. */
export function attend(ledger: Ledger, units: number, work: (unit: number) => void): void {
  const { state } = ledger
  for (;;) {
    const taken = Atomics.load(state, takenUntil)
    const unit = claim(ledger, units)
    if (unit !== undefined) {
      work(unit)
      finish(ledger, unit)
    } else if (Atomics.load(state, claimedUntil) >= units) return
    else Atomics.wait(state, takenUntil, taken)
  }
}
