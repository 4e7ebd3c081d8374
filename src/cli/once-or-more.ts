/** What is asked of one key as a text, of two as both texts, in order. */
export type OnceOrMore = string | readonly string[]

/** An option given once stays a text, so that a record of it stays what it was. */
export function onceOrMore(value: string, before: OnceOrMore | undefined): OnceOrMore {
  return before === undefined ? value : [before, value].flat()
}
