import type { About } from '../about.ts'

/** An about.yaml as text: keys in the schema's order, those at their default left out. */
export function aboutYaml(about: About): string {
  const lines = Object.entries(about)
    .filter(([key, value]) => value !== undefined && !isDefault(key, value))
    .flatMap(([key, value]) => entry(key, value))
  return `${lines.join('\n')}\n`
}

function isDefault(key: string, value: unknown): boolean {
  if (key === 'shape') return value === 'observations'
  if (key === 'columns') return Object.keys(value as object).length === 0
  return key === 'exceptions' && (value as unknown[]).length === 0
}

function entry(key: string, value: unknown): string[] {
  if (!Array.isArray(value) || key === 'dimensions' || value.length === 0) return [`${key}: ${flow(value)}`]
  return [`${key}:`, ...value.map((item) => `  - ${flow(item)}`)]
}

/** A value on one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined)
    return `{${entries.map(([key, each]) => `${key}: ${flow(each)}`).join(', ')}}`
  }
  return typeof value === 'string' ? scalar(value) : String(value)
}

/** Bare where nobody could read it otherwise; in quotes, as JSON writes them and YAML reads them, where in doubt. */
function scalar(text: string): string {
  const plain = /^[A-Za-z](?:[A-Za-z0-9 ._/()£%-]*[A-Za-z0-9.)%])?$/.test(text)
  return plain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text)
}
