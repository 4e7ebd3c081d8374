import * as say from '../problems/catalogue/records.ts'
import type { Problem } from '../problems/problem.ts'
import { sha256 } from './digest.ts'
import type { RunRecord } from './record.ts'

/** One thing compared: as recorded, and as it is here. */
export interface Compared {
  readonly what: string
  readonly recorded: string
  readonly here: string
  readonly same: boolean
  /** Where to look when it differs. */
  readonly where: string
}

/** What is here now, as far as it could be had. */
export interface Here {
  readonly version: string
  readonly dataHash: (name: string) => string | undefined
  readonly sources: string
  /** The text of a scenario file where it is still to be found. */
  readonly fileText: (file: string) => string | undefined
  /** The record made by running it again; or why that failed, with advice. */
  readonly again: RunRecord | Problem
  /** The output file named beside the record. */
  readonly output: { readonly file: string; readonly sha256: string } | undefined
}

/** Everything a record says against what is here, inputs first: the first that differs is the one to look at. */
export function compareRecord(record: RunRecord, here: Here): Compared[] {
  const again = 'found' in here.again ? undefined : here.again
  const outputSame = again !== undefined && again.output.sha256 === record.output.sha256
  return [
    one(say.checks.version, record.capgap, here.version, say.look.version(record.capgap)),
    ...record.data.datasets
      .filter(({ read }) => read || !outputSame)
      .map(({ name, hash }) => dataset(record, name, hash, here.dataHash(name))),
    ...record.scenarios.flatMap(({ files }) => files.flatMap((file) => scenarioFile(file, here))),
    ...(again === undefined ? [] : values(record, again)),
    ...(outputSame ? [] : [one(say.checks.sources, record.data.sources, here.sources, say.look.sources)]),
    'found' in here.again
      ? {
          what: say.checks.rerun,
          recorded: say.same,
          here: here.again.found,
          same: false,
          where: say.look.rerun(here.again.advice),
        }
      : one(say.checks.output, record.output.sha256, here.again.output.sha256, say.look.output),
    ...(here.output === undefined
      ? []
      : [
          one(
            say.checks.outputFile(here.output.file),
            record.output.sha256,
            here.output.sha256,
            say.look.outputFile,
          ),
        ]),
  ]
}

function one(what: string, recorded: string, here: string, where: string): Compared {
  return { what, recorded, here, same: recorded === here, where }
}

function dataset(record: RunRecord, name: string, hash: string, here: string | undefined): Compared {
  const where = say.look.dataset(name, record.data.folders)
  return one(say.checks.dataset(name), hash, here === undefined ? say.notThere() : here, where)
}

type RecordedFile = RunRecord['scenarios'][number]['files'][number]

/** The text inside the record against its own hash, and against the file where it is still to be found. */
function scenarioFile({ file, sha256: hash, text }: RecordedFile, here: Here): Compared[] {
  const inside = one(say.checks.scenarioText(file), hash, sha256(text), say.look.scenarioText(file))
  const current = here.fileText(file)
  if (current === undefined) return [inside]
  const what = say.checks.fileOnDisk(file)
  if (current === text) return [inside, { ...one(what, hash, hash, ''), same: true }]
  const [was, is] = [text.split('\n'), current.split('\n')]
  const line = was.findIndex((each, index) => each !== is[index])
  const at = line < 0 ? was.length : line
  return [
    inside,
    {
      what,
      recorded: say.lineOf(at + 1, was[at]),
      here: say.lineOf(at + 1, is[at]),
      same: false,
      where: say.look.fileOnDisk(file, at + 1),
    },
  ]
}

/** The values in force, key by key; one line where all are the same. */
function values(record: RunRecord, again: RunRecord): Compared[] {
  return record.scenarios.flatMap(({ name, values: recorded }, index): Compared[] => {
    const now = new Map(again.scenarios[index]?.values.map((value) => [value.key, value]))
    const before = new Map(recorded.map((value) => [value.key, value]))
    const keys = [...new Set([...before.keys(), ...now.keys()])]
    const changed = keys.find((key) => JSON.stringify(before.get(key)) !== JSON.stringify(now.get(key)))
    if (changed === undefined)
      return [one(say.checks.values(name), say.count(recorded.length), say.count(now.size), '')]
    const words = (value: (typeof recorded)[number] | undefined): string =>
      value === undefined ? say.notThere() : say.valueAt(value.value, value.at)
    return [
      {
        what: say.checks.value(name, changed),
        recorded: words(before.get(changed)),
        here: words(now.get(changed)),
        same: false,
        where: say.look.value(),
      },
    ]
  })
}
