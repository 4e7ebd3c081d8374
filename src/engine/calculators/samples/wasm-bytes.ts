/** The few parts of WebAssembly's binary form that a kernel is made of (the core specification, chapter 5). */

export const type = { i32: 0x7f, v128: 0x7b } as const

export const code = {
  block: 0x02,
  loop: 0x03,
  end: 0x0b,
  branchIf: 0x0d,
  branch: 0x0c,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Load: 0x28,
  i32Store: 0x36,
  i32Const: 0x41,
  i32Add: 0x6a,
  i32And: 0x71,
  i32ShiftLeft: 0x74,
  i32ShiftRight: 0x76,
  i32GreaterOrEqualUnsigned: 0x4f,
  /** Before the number of every operation on 128 bits. */
  simd: 0xfd,
} as const

/** Operations on two floating-point numbers at once, each after `code.simd`. */
export const simd = {
  load: 0,
  store: 11,
  /** Stores one of the two; its number follows the address. */
  storeLane: 91,
  /** Comparisons give all bits or none. */
  less: 73,
  lessOrEqual: 75,
  /** What is in the first and not in the second. */
  andNot: 79,
  or: 80,
  /** The first bit of each of two whole numbers of 64 bits. */
  bitmask: 196,
  subtractWhole: 209,
  add: 240,
  subtract: 241,
  multiply: 242,
  divide: 243,
  min: 244,
  max: 245,
} as const

export const noResult = 0x40

/** Bytes that grow. */
export interface Bytes {
  byte(value: number): void
  /** LEB128, without sign. */
  unsigned(value: number): void
  /** LEB128, with sign. */
  signed(value: number): void
  text(value: string): void
  append(other: Uint8Array): void
  taken(): Uint8Array
}

export function createBytes(): Bytes {
  let bytes = new Uint8Array(1024)
  let length = 0
  function room(more: number): void {
    if (length + more <= bytes.length) return
    const wider = new Uint8Array(Math.max(2 * bytes.length, length + more))
    wider.set(bytes)
    bytes = wider
  }
  function byte(value: number): void {
    room(1)
    bytes[length++] = value
  }
  function unsigned(value: number): void {
    let rest = value
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) byte((rest % 0x80) | 0x80)
    byte(rest)
  }
  function signed(value: number): void {
    let rest = value
    while (rest < -64 || rest >= 64) {
      byte((rest & 0x7f) | 0x80)
      rest >>= 7
    }
    byte(rest & 0x7f)
  }
  function append(other: Uint8Array): void {
    room(other.length)
    bytes.set(other, length)
    length += other.length
  }
  return {
    byte,
    unsigned,
    signed,
    append,
    text(value) {
      unsigned(value.length)
      for (let index = 0; index < value.length; index += 1) byte(value.charCodeAt(index))
    },
    taken: () => bytes.slice(0, length),
  }
}

/** One section of a module: its number, and its content after its length. */
function section(into: Bytes, id: number, fill: (content: Bytes) => void): void {
  const content = createBytes()
  fill(content)
  const bytes = content.taken()
  into.byte(id)
  into.unsigned(bytes.length)
  into.append(bytes)
}

/** What a module is made of: its functions share one type and one imported memory (`m.m`), and are exported as `s0`, `s1`, … */
export interface ModuleParts {
  /** How many whole numbers each function takes; it gives nothing back. */
  readonly parameters: number
  /** Pages that the memory has at least. */
  readonly pages: number
  /** A function each, as `bodyOf` writes it: its variables, then its code. */
  readonly bodies: readonly Uint8Array[]
}

/** The bytes of a module. */
export function moduleOf({ parameters, pages, bodies }: ModuleParts): Uint8Array {
  const bytes = createBytes()
  bytes.append(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00))
  section(bytes, 1, (content) => {
    content.append(Uint8Array.of(1, 0x60, parameters))
    for (let each = 0; each < parameters; each += 1) content.byte(type.i32)
    content.byte(0)
  })
  section(bytes, 2, (content) => {
    content.unsigned(1)
    content.text('m')
    content.text('m')
    content.append(Uint8Array.of(0x02, 0x00))
    content.unsigned(pages)
  })
  section(bytes, 3, (content) => {
    content.unsigned(bodies.length)
    bodies.forEach(() => content.unsigned(0))
  })
  section(bytes, 7, (content) => {
    content.unsigned(bodies.length)
    bodies.forEach((_, index) => {
      content.text(`s${index}`)
      content.byte(0x00)
      content.unsigned(index)
    })
  })
  section(bytes, 10, (content) => {
    content.unsigned(bodies.length)
    for (const body of bodies) {
      content.unsigned(body.length)
      content.append(body)
    }
  })
  return bytes.taken()
}
