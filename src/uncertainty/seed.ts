/** The seed of every sampled command that names none: any number would do, and this one is printed. */
export const defaultSeed = 20261122

/** A seed as written: a whole number from 0 to 2^53 − 1; undefined where the text is none. */
export function parseSeed(text: string): number | undefined {
  if (!/^\d{1,16}$/.test(text)) return undefined
  const seed = Number(text)
  return Number.isSafeInteger(seed) ? seed : undefined
}

/** The two words that key the generator. */
export function seedWords(seed: number): readonly [number, number] {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`${seed} is no seed`)
  return [seed >>> 0, Math.floor(seed / 2 ** 32)]
}
