/**
 * An object whose properties are worked when they are first read, each once.
 * @param works a function a property
 */
export function eachOnce<T extends object>(works: { readonly [Name in keyof T]: () => T[Name] }): T {
  const made = {}
  for (const [name, work] of Object.entries<() => unknown>(works)) {
    let known: { readonly value: unknown } | undefined
    Object.defineProperty(made, name, { enumerable: true, get: () => (known ??= { value: work() }).value })
  }
  return made as T
}
