import { Chalk } from 'chalk'
import Table from 'cli-table3'
import type { Report } from '../reports/table.ts'
import { type Grid, type GridCell, total } from './layout.ts'
import { alignedLines, type Pen, renderText, type TextOptions } from './text.ts'
import { pad } from './width.ts'

/** A report dressed for a terminal: quiet rules, weight for what matters most. */
export interface TerminalOptions extends TextOptions {
  readonly colour: boolean
  /** Draw rules as box lines; otherwise hyphens. */
  readonly boxes: boolean
}

/** cli-table3 takes a second for 2,000 rows; beyond this many the columns are aligned by ourselves. */
const mostTableRows = 200

/** A report for a terminal. Weight (bold, dim) is added only with `colour`, and nothing depends on it. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const chalk = new Chalk({ level: options.colour ? 1 : 0 })
  const rule = options.boxes ? '─' : '-'
  const weights = { strong: (line: string) => chalk.bold(line), faint: (line: string) => chalk.dim(line) }
  const pen: Pen = {
    ...weights,
    grid: (grid) =>
      options.boxes && grid.rows.length <= mostTableRows
        ? tableLines(grid, rule, weights)
        : alignedLines(grid, rule, weights),
  }
  return renderText(report, options, pen)
}

const noLines = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', right: '', 'right-mid': '' },
  ...{ mid: '', 'mid-mid': '', middle: ' ' },
}

/** A grid drawn by cli-table3 without a frame: rules are rows of their own, only where they part something. */
function tableLines(grid: Grid, rule: string, pen: Pick<Pen, 'strong' | 'faint'>): string[] {
  const across = grid.widths.length
  // One cell of padding on the right and one between: a gap of two.
  const table = new Table({
    chars: noLines,
    style: { 'padding-left': 0, 'padding-right': 1, head: [], border: [] },
    colWidths: grid.widths.map((width) => width + 1),
  })
  for (const row of grid.rows) {
    switch (row.kind) {
      case 'space':
        table.push([{ colSpan: across, content: '' }])
        break
      case 'rule':
        table.push([{ colSpan: across, content: pen.faint(rule.repeat(total(grid.widths))) }])
        break
      case 'heading':
        table.push([{ colSpan: across, content: row.lines.map(pen.strong).join('\n') }])
        break
      case 'header':
      case 'plain':
      case 'total': {
        const weight = row.kind === 'plain' ? (line: string) => line : pen.strong
        table.push(row.cells.map((cell) => ({ content: content(cell, weight, pen.faint) })))
      }
    }
  }
  return table.toString().split('\n')
}

function content(cell: GridCell, weight: (line: string) => string, faint: (line: string) => string): string {
  const dress = cell.missing ? faint : weight
  return cell.lines.map((line) => (line === '' ? '' : dress(pad(line, cell.width, cell.right)))).join('\n')
}
