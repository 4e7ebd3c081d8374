import type { ModelSettings } from '../../figures/settings.ts'

/** What was read while something was worked: parts of the settings, datasets, and sources of the rows chosen. */
export interface Needs {
  readonly settings: ReadonlySet<string>
  readonly datasets: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
}

interface Noting {
  readonly settings: Set<string>
  readonly datasets: Set<string>
  readonly sources: Set<string>
}

/** Notes what is read, by whatever is being worked at the time; what is worked within notes it too. */
export interface Tracker {
  setting(part: string): void
  dataset(name: string): void
  source(id: string): void
  /** Works something, and says what was read for it. */
  within<T>(work: () => T): { readonly result: T; readonly needs: Needs }
  /** Whether something is being worked: otherwise what is asked for is asked from outside. */
  busy(): boolean
  /** What is used now was worked before, and rests on this. */
  add(needs: Needs): void
}

export function createTracker(): Tracker {
  const working: Noting[] = []
  return {
    setting: (part) => working.at(-1)?.settings.add(part),
    dataset: (name) => working.at(-1)?.datasets.add(name),
    source: (id) => working.at(-1)?.sources.add(id),
    within: (work) => {
      const needs: Noting = { settings: new Set(), datasets: new Set(), sources: new Set() }
      working.push(needs)
      try {
        return { result: work(), needs }
      } finally {
        working.pop()
        addTo(working.at(-1), needs)
      }
    },
    busy: () => working.length > 0,
    add: (needs) => addTo(working.at(-1), needs),
  }
}

function addTo(into: Noting | undefined, needs: Needs): void {
  if (into === undefined) return
  for (const part of needs.settings) into.settings.add(part)
  for (const dataset of needs.datasets) into.datasets.add(dataset)
  for (const source of needs.sources) into.sources.add(source)
}

/** The same settings, noting every part that is read: assumptions by name, everything else whole. */
export function trackedSettings(settings: ModelSettings, tracker: Tracker): ModelSettings {
  const assumptions = new Proxy(settings.assumptions, {
    get: (map, key) => {
      if (key !== 'get' && key !== 'has') {
        tracker.setting('assumptions')
        const whole: unknown = Reflect.get(map, key)
        return typeof whole === 'function' ? (whole.bind(map) as unknown) : whole
      }
      return (name: string) => {
        tracker.setting(`assumptions.${name}`)
        return map[key](name)
      }
    },
  })
  return new Proxy(settings, {
    get: (all, key) => {
      if (key === 'assumptions') return assumptions
      if (typeof key === 'string') tracker.setting(key)
      return all[key as keyof ModelSettings]
    },
    ownKeys: () => {
      throw new Error('settings were read as a whole, and what is worked from them cannot be told')
    },
  })
}
