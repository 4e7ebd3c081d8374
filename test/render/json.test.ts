import { describe, expect, test } from 'vitest'
import { renderJson } from '../../src/render/json.ts'
import { renderNdjson } from '../../src/render/ndjson.ts'
import { longTable, missing, number, reportOf } from './tables.ts'

const report = {
  ...reportOf(
    [],
    longTable([
      ['plans', number('-110.4'), ''],
      ['plans', number('15068.612345678901234567890123'), 'x'],
      ['plans', number('-0'), ''],
      ['plans', missing('outside-benchmark-years'), 'outside-benchmark-years'],
    ]),
  ),
  envelope: { capgap: '0.1.0', command: 'run', scenario: ['plans'], asOf: null },
}

describe('JSON', () => {
  test('one object: the envelope, then a row a line; digits a double would lose are text, missing is null', () => {
    expect(renderJson(report)).toBe(`\
{
  "capgap": "0.1.0",
  "command": "run",
  "scenario": ["plans"],
  "asOf": null,
  "rows": [
    {"scenario":"plans","value":-110.4,"flags":""},
    {"scenario":"plans","value":"15068.612345678901234567890123","flags":"x"},
    {"scenario":"plans","value":0,"flags":""},
    {"scenario":"plans","value":null,"flags":"outside-benchmark-years"}
  ]
}
`)
  })

  test('NDJSON is the same rows, one a line', () => {
    expect(renderNdjson(report)).toBe(`\
{"scenario":"plans","value":-110.4,"flags":""}
{"scenario":"plans","value":"15068.612345678901234567890123","flags":"x"}
{"scenario":"plans","value":0,"flags":""}
{"scenario":"plans","value":null,"flags":"outside-benchmark-years"}
`)
  })

  test('no rows is still valid', () => {
    const empty = { ...reportOf([], longTable([])), envelope: { capgap: '0.1.0' } }
    expect(renderJson(empty)).toBe('{\n  "capgap": "0.1.0",\n  "rows": []\n}\n')
    expect(renderNdjson(empty)).toBe('')
  })
})
