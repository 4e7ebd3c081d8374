import { backlogFigures } from '../backlog/printable.ts'
import { deliveryFigures } from '../delivery/printable.ts'
import { programmeFigures, revenueFigures } from '../measures/printable.ts'
import { optimismBiasFigures } from '../optimism-bias-printable.ts'
import type { PrintableFigure } from '../printable.ts'
import { stockFigures } from '../stocks/printable.ts'

/** Every figure that `run` prints by name alone, in the order of its rows; loaded only when one of them is asked for. */
export const furtherFigures: readonly PrintableFigure[] = [
  ...stockFigures,
  ...backlogFigures,
  ...deliveryFigures,
  ...revenueFigures,
  ...programmeFigures,
  ...optimismBiasFigures,
]
