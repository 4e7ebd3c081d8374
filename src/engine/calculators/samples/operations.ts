/** The operations of sampled formulas, by number: all that a thread which works them need know. */
export const opcodes = ['add', 'subtract', 'multiply', 'divide', 'lower', 'higher'] as const
/** What an operation does: its place in `opcodes`. */
export const op = { add: 0, subtract: 1, multiply: 2, divide: 3, lower: 4, higher: 5 } as const
export type Opcode = (typeof op)[keyof typeof op]
