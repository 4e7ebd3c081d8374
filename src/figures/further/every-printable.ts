import { printableFigures, type PrintableFigure } from '../printable.ts'
import { furtherFigures } from './figures.ts'

/** Every figure `run` can print: the usual ones, then those asked for by name alone. */
export const everyPrintable: readonly PrintableFigure[] = [...printableFigures, ...furtherFigures]
