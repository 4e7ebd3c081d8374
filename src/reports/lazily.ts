import type { Report } from './table.ts'

type Parts = { readonly [Part in keyof Report]: () => Report[Part] }

/** A report whose parts are worked when they are first read, each once. */
export function lazily(parts: Parts): Report {
  const known: { -readonly [Part in keyof Report]?: Report[Part] } = {}
  const part = <Name extends keyof Report>(name: Name): Report[Name] =>
    (known[name] ??= parts[name]?.() as Report[Name])
  return {
    get headline() {
      return part('headline')
    },
    get tables() {
      return part('tables')
    },
    get charts() {
      return part('charts')
    },
    get long() {
      return part('long')
    },
    get sources() {
      return part('sources')
    },
    get caveats() {
      return part('caveats')
    },
    get envelope() {
      return part('envelope')
    },
  }
}
