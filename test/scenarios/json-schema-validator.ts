/** As much of JSON Schema draft-07 as our schema uses, written a second time: what an editor would object to. */
export type Schema = {
  readonly [key: string]: unknown
}

export function objections(schema: Schema, value: unknown, path = ''): string[] {
  const found: string[] = []
  const object = (name: string) => (value as Record<string, unknown>)[name]
  for (const [keyword, wanted] of Object.entries(schema)) {
    switch (keyword) {
      case 'type':
        if (
          ![wanted].flat().includes(typeOf(value)) &&
          !(typeOf(value) === 'integer' && [wanted].flat().includes('number'))
        )
          found.push(`${path}: not ${String(wanted)}`)
        break
      case 'const':
        if (value !== wanted) found.push(`${path}: not ${String(wanted)}`)
        break
      case 'enum':
        if (!(wanted as unknown[]).includes(value)) found.push(`${path}: not one of ${String(wanted)}`)
        break
      case 'pattern':
        if (typeof value === 'string' && !new RegExp(wanted as string, 'u').test(value))
          found.push(`${path}: "${value}" does not match ${String(wanted)}`)
        break
      case 'properties':
        for (const [name, inner] of Object.entries(wanted as Record<string, Schema>))
          if (isObject(value) && name in value)
            found.push(...objections(inner, object(name), `${path}/${name}`))
        break
      case 'propertyNames':
        if (isObject(value))
          for (const name of Object.keys(value))
            found.push(...objections(wanted as Schema, name, `${path}/${name}`))
        break
      case 'additionalProperties':
        if (!isObject(value)) break
        for (const name of Object.keys(value)) {
          if (name in ((schema['properties'] as object | undefined) ?? {})) continue
          if (wanted === false) found.push(`${path}: unknown ${name}`)
          else found.push(...objections(wanted as Schema, object(name), `${path}/${name}`))
        }
        break
      case 'required':
        for (const name of wanted as string[])
          if (isObject(value) && !(name in value)) found.push(`${path}: no ${name}`)
        break
      case 'items':
        if (Array.isArray(value))
          value.forEach((item, i) => found.push(...objections(wanted as Schema, item, `${path}/${i}`)))
        break
      case 'minItems':
        if (Array.isArray(value) && value.length < (wanted as number)) found.push(`${path}: too few`)
        break
      case 'maxItems':
        if (Array.isArray(value) && value.length > (wanted as number)) found.push(`${path}: too many`)
        break
      case 'anyOf':
        if ((wanted as Schema[]).every((inner) => objections(inner, value, path).length > 0))
          found.push(`${path}: none of the alternatives`)
        break
      case 'not':
        if (objections(wanted as Schema, value, path).length === 0) found.push(`${path}: must not be so`)
        break
      case 'if':
        if (objections(wanted as Schema, value, path).length === 0)
          found.push(...objections(schema['then'] as Schema, value, path))
        break
      case 'then':
      case '$schema':
      case 'title':
      case 'description':
        break
      default:
        throw new Error(`this validator does not know ${keyword}`)
    }
  }
  return found
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
