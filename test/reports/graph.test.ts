import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { renderDot } from '../../src/render/dot.ts'
import { renderDrawingJson } from '../../src/render/drawing.ts'
import { renderMermaid } from '../../src/render/mermaid.ts'
import type { Drawing } from '../../src/reports/drawing.ts'
import { explainableFigures } from '../../src/figures/explainable.ts'
import { drawnExplanation } from '../../src/reports/explain/drawing.ts'
import { explainReport } from '../../src/reports/explain.ts'
import { scenarioGraph } from '../../src/reports/graph.ts'
import { runReport } from '../../src/reports/run.ts'
import { shippedScenarios } from '../../src/scenarios/load.ts'
import { runsOn } from '../run/runs.ts'

/** Pictures of what feeds what: complete, and valid in their languages. */

const runs = runsOn(await loadData())
const plans = scenarioGraph(runs.shipped('current-plans'))
const edge = (from: string, to: string, { edges }: Drawing = plans): boolean =>
  edges.some((each) => each.from === from && each.to === to)

describe('the graph of a scenario', () => {
  it.each(shippedScenarios().map(({ name }) => name))('%s reads the datasets that its run reads', (name) => {
    const run = runs.shipped(name)
    const report = runReport([run])
    expect(report.long.rows.length + report.sources.length).toBeGreaterThan(0)
    const drawn = scenarioGraph(runs.shipped(name)).nodes.filter(({ kind }) => kind === 'data')
    // What a run reads only to decide its structure (which nations have data) is not part of a number.
    const read = new Set(run.readUntilNow().datasets)
    expect(drawn.map(({ data }) => data['dataset']).filter((dataset) => !read.has(String(dataset)))).toEqual(
      [],
    )
    expect(drawn.map(({ data }) => data['dataset'])).toContain('gdp-deflator')
  })

  it.each([
    // MODEL.md 5: gap = requirement − spend; the bridge is capital over the UK’s share of GDP.
    ['requirement', 'gap'],
    ['spend', 'gap'],
    ['gap', 'gap (printed)'],
    ['data/dhsc-capital', 'capital'],
    ['capital', 'cdel-per-gfcf-year'],
    ['scenario/benchmarks.oecd', 'quoted-share'],
    ['data/uk-gdp', 'published-gdp'],
  ])('%s feeds %s', (from, to) => {
    expect(edge(from, to) || edge(from, to.replace('published-', ''))).toBe(true)
  })

  it('names each box once, and every arrow joins two boxes', () => {
    const ids = plans.nodes.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(plans.edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([])
  })

  it('leaves nothing that feeds nothing but outputs, and nothing fed by nothing but data and scenario', () => {
    const fed = new Set(plans.edges.map(({ to }) => to))
    const feeding = new Set(plans.edges.map(({ from }) => from))
    const ends = plans.nodes.filter(({ id, kind }) => !feeding.has(id) && kind !== 'output')
    expect(ends.map(({ id }) => id)).toEqual([])
    const starts = plans.nodes.filter(
      ({ id, kind }) => !fed.has(id) && kind !== 'data' && kind !== 'scenario',
    )
    // Constants, and assumptions at their default.
    expect(
      starts.map(({ id }) => id).filter((id) => /^(gap|requirement|spend|gdp|deflator)$/.test(id)),
    ).toEqual([])
  })

  it('shows what a scenario adds, and only then', () => {
    expect(plans.nodes.some(({ id }) => id === 'added-total')).toBe(false)
    const asked = scenarioGraph(runs.shipped('confed-2023'))
    expect(asked.nodes.some(({ id }) => id.startsWith('scenario/measures.'))).toBe(true)
  })
})

const awkward: Drawing = {
  title: 'a "title"\nwith { braces }',
  nodes: [
    {
      id: 'one[year=2029-30,name="x"]',
      kind: 'data',
      lines: ['say "hello" <b> & `this` #1; \\ back', 'second | line'],
      data: { value: 1 },
    },
    { id: 'two', kind: 'output', cut: true, lines: ['ünï £'], data: {} },
  ],
  edges: [{ from: 'one[year=2029-30,name="x"]', to: 'two' }],
  caveats: [],
  envelope: { capgap: '0' },
}
const explained = drawnExplanation(
  explainReport(runs.shipped('current-plans'), {
    figure: explainableFigures().get('gap')!,
    cell: { benchmark: 'eu14', category: 'digital', year: 2031 },
  }),
)
const drawings: [string, Drawing][] = [
  ['awkward text', awkward],
  ['a scenario', plans],
  ['an explanation', explained],
]

/** DOT as Graphviz reads it: statements of quoted ids, attributes and arrows, each on its line. */
const quotedId = '"(?:[^"\\\\\\n]|\\\\.)*"'
const dotStatements = new RegExp(
  `^  (?:${quotedId} -> ${quotedId}|(?:node|${quotedId}) \\[\\w+=(?:${quotedId}|\\w+)(?:, \\w+=(?:${quotedId}|\\w+))*\\]|\\w+=(?:${quotedId}|\\w+))$`,
)

describe.each(drawings)('DOT of %s', (_name, drawing) => {
  it('is statements only, each whole on its line', () => {
    const [first, ...rest] = renderDot(drawing).trimEnd().split('\n')
    const body = rest
      .slice(0, -1)
      .join('\n')
      .replaceAll('"a \\"title\\"\nwith', '"a \\"title\\" with')
      .split('\n')
    expect(first).toBe('digraph capgap {')
    expect(rest.at(-1)).toBe('}')
    expect(body.filter((line) => !dotStatements.test(line))).toEqual([])
  })
})

/** Mermaid: a direction, boxes with quoted text, arrows between known boxes, classes. */
const box = /^ {2}(n\d+)(?:\[\[|\[\(|\(\[|\{\{|\[)"[^"\n]*"(?:\]\]|\)\]|\]\)|\}\}|\]):::\w+$/
describe.each(drawings)('Mermaid of %s', (_name, drawing) => {
  const lines = renderMermaid(drawing).trimEnd().split('\n')

  it('is comments, boxes, arrows and classes only', () => {
    expect(lines[1]).toBe('flowchart LR')
    const other = lines
      .slice(2)
      .filter(
        (line) =>
          !box.test(line) &&
          !/^ {2}(%% .*|n\d+ --> n\d+|class n\d+ cut|classDef \w+ [\w:#,-]+( \d)?)$/.test(line),
      )
    expect(other).toEqual([])
  })

  it('joins only boxes it has, and gives the id of each', () => {
    const names = lines.flatMap((line) => box.exec(line)?.[1] ?? [])
    const joined = lines.flatMap((line) => /^ {2}(n\d+) --> (n\d+)$/.exec(line)?.slice(1) ?? [])
    expect(joined.filter((name) => !names.includes(name))).toEqual([])
    expect(names.length).toBe(drawing.nodes.length)
    for (const { id } of drawing.nodes) expect(lines.some((line) => line.endsWith(` ${id}`))).toBe(true)
  })

  it('lets no text be read as markup', () => {
    const texts = lines.flatMap((line) =>
      box.test(line) ? [line.slice(line.indexOf('"') + 1, line.lastIndexOf('"'))] : [],
    )
    for (const text of texts) expect(text.replaceAll('<br/>', '')).not.toMatch(/[<>`&]|#(?!\d+;)/)
  })
})

it('JSON holds the same boxes and arrows', () => {
  const { nodes, edges } = JSON.parse(renderDrawingJson(plans)) as {
    nodes: { id: string }[]
    edges: unknown[]
  }
  expect(nodes.map(({ id }) => id)).toEqual(plans.nodes.map(({ id }) => id))
  expect(edges).toEqual(plans.edges)
})
