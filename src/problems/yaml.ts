import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml'
import type { Event, ScalarEvent } from 'js-yaml'
import * as say from './catalogue/yaml.ts'
import { placesIn } from './lines.ts'
import type { Place, Problem } from './problem.ts'
import { nodeAt, placeAt, plainValue } from './yaml-nodes.ts'
import type { YamlEntry, YamlList, YamlMapping, YamlNode, YamlPath, YamlScalar } from './yaml-nodes.ts'

/** A YAML file read with positions. */
export interface YamlDocument {
  /** The tree with places; undefined where the file is empty or does not parse. */
  readonly root: YamlNode | undefined
  /** The same as plain values (YAML 1.2 core: `2020` is a number, `2025-26` and `10%` are text). */
  readonly value: unknown
  /** The place of the value or key at a path; of the nearest node above where nothing stands there. */
  place(path: YamlPath, of?: 'key' | 'value'): Place
  /** The source text of the scalar at a path, undefined where there is none: `0.60%` keeps its zero. */
  text(path: YamlPath): string | undefined
  readonly problems: readonly Problem[]
}

/** More values than any honest file holds; only aliases of aliases get there. */
const mostValues = 20_000

/**
 * Reads one YAML 1.2 document. Never throws for what the text holds: syntax errors (the first only, since the
 * parser stops there), duplicate keys, tags, unknown or multiplying aliases and further documents are problems.
 */
export function readYaml(source: string, file: string): YamlDocument {
  const text = source.replace(/^\uFEFF/, '')
  const at = placesIn(text, file)
  const problems: Problem[] = []
  const root = parse(text, at, problems)
  return {
    root,
    value: root === undefined ? undefined : plainValue(root),
    place: (path, of = 'value') => (root === undefined ? { file } : placeAt(root, path, of)),
    text: (path) => {
      const node = nodeAt(root, path)
      return node?.kind === 'scalar' ? node.text : undefined
    },
    problems,
  }
}

function parse(text: string, at: (offset: number) => Place, problems: Problem[]): YamlNode | undefined {
  try {
    return new TreeBuilder(text, at, problems).build(parseEvents(text, { maxDepth: 50 }))
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    problems.push(say.yamlSyntax(at(error.mark?.position ?? 0), error.reason))
    return undefined
  }
}

/** Folds the parser's flat events into a tree. One event is read once; aliases share the node they name. */
class TreeBuilder {
  private readonly text: string
  private readonly at: (offset: number) => Place
  private readonly problems: Problem[]
  private readonly anchors = new Map<string, YamlNode>()
  private readonly sizes = new Map<YamlNode, number>()
  private events: readonly Event[] = []
  private next = 0
  /** Where an empty value is shown: the end of what was read before it. */
  private reached = 0
  /** Set where the tree cannot be trusted: a value is missing from it, or it never ends. */
  private broken = false

  constructor(text: string, at: (offset: number) => Place, problems: Problem[]) {
    this.text = text
    this.at = at
    this.problems = problems
  }

  build(events: readonly Event[]): YamlNode | undefined {
    this.events = events
    let root: YamlNode | undefined
    let documents = 0
    while (this.next < this.events.length) {
      const event = this.events[this.next++]
      if (event?.type !== EVENT_ID.DOCUMENT) continue
      documents += 1
      const before = this.reached
      const node = this.peek()?.type === EVENT_ID.POP ? undefined : this.node()
      if (documents === 1) root = node
      else if (documents === 2) this.problems.push(say.severalDocuments(node?.place ?? this.at(before)))
    }
    return this.broken || isNothing(root) ? undefined : root
  }

  private peek(): Event | undefined {
    return this.events[this.next]
  }

  private node(): YamlNode {
    const event = this.events[this.next++]
    if (event === undefined) throw new Error('the parser ended in the middle of a document')
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.named(event, this.scalar(event))
      case EVENT_ID.SEQUENCE:
        return this.named(event, this.list(event.start))
      case EVENT_ID.MAPPING:
        return this.named(event, this.mapping(event.start))
      case EVENT_ID.ALIAS:
        return this.alias(event.anchorStart, event.anchorEnd)
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
        throw new Error('the parser closed what it had not opened')
    }
  }

  /** Remembers an anchor, refuses a tag, and notes how many values the node writes out to. */
  private named<Node extends YamlNode>(
    event: { anchorStart: number; anchorEnd: number; tagStart: number; tagEnd: number },
    node: Node,
  ): Node {
    if (event.tagStart >= 0) {
      const tag = this.text.slice(event.tagStart, event.tagEnd)
      this.problems.push(say.tagNotAllowed(this.at(event.tagStart), tag))
    }
    if (event.anchorStart >= 0) this.anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), node)
    this.measure(node)
    return node
  }

  private measure(node: YamlNode): void {
    let size = 1
    for (const child of childrenOf(node)) size += this.sizes.get(child) ?? 1
    this.sizes.set(node, size)
    if (size <= mostValues || this.broken) return
    this.broken = true
    this.problems.push(say.aliasesMultiply(node.place, mostValues))
  }

  private alias(start: number, end: number): YamlNode {
    const name = this.text.slice(start, end)
    this.reached = end
    const node = this.anchors.get(name)
    if (node !== undefined) return node
    const place = this.at(start - 1)
    this.problems.push(say.unknownAlias(place, name))
    this.broken = true
    return { kind: 'scalar', text: '', value: null, place }
  }

  private scalar(event: ScalarEvent): YamlScalar {
    if (event.valueStart < 0) return { kind: 'scalar', text: '', value: null, place: this.at(this.reached) }
    const text = getScalarValue(this.text, event)
    this.reached = event.valueEnd
    const plain = event.style === SCALAR_STYLE.PLAIN
    return {
      kind: 'scalar',
      text,
      value: plain ? coreValue(text) : text,
      place: this.at(plain ? event.valueStart : this.opening(event.valueStart)),
    }
  }

  /** A quoted or block scalar is shown from its quotation mark or bar on. */
  private opening(valueStart: number): number {
    const before = this.text[valueStart - 1]
    if (before === '"' || before === "'") return valueStart - 1
    const bar = Math.max(this.text.lastIndexOf('|', valueStart), this.text.lastIndexOf('>', valueStart))
    return bar < 0 ? valueStart : bar
  }

  private list(start: number): YamlList {
    this.reached = start
    const items: YamlNode[] = []
    while (this.peek()?.type !== EVENT_ID.POP) items.push(this.node())
    this.next += 1
    return { kind: 'list', items, place: this.at(start) }
  }

  private mapping(start: number): YamlMapping {
    this.reached = start
    const entries = new Map<string, YamlEntry>()
    while (this.peek()?.type !== EVENT_ID.POP) {
      const key = this.node()
      const value = this.node()
      if (key.kind !== 'scalar' || key.text === '') {
        this.problems.push(say.keyNotText(key.place))
        continue
      }
      const first = entries.get(key.text)
      if (first !== undefined) {
        this.problems.push(say.duplicateKey(key.place, key.text, first.key.place.line ?? 1))
        continue
      }
      entries.set(key.text, { key, value })
    }
    this.next += 1
    return { kind: 'mapping', entries, place: this.at(start) }
  }
}

function childrenOf(node: YamlNode): readonly YamlNode[] {
  if (node.kind === 'list') return node.items
  if (node.kind === 'mapping') return Array.from(node.entries.values(), (entry) => entry.value)
  return []
}

/** An empty document parses as one empty scalar. */
function isNothing(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.text === ''
}

/** The YAML 1.2 core schema for plain scalars. */
function coreValue(text: string): string | number | boolean | null {
  if (/^(?:null|Null|NULL|~|)$/.test(text)) return null
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text)
  if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(text)) return Number(text)
  return text
}
