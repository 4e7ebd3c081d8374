import type { ModelFigure } from '../model.ts'
import type { PrintableFigure } from '../printable.ts'
import { printed } from '../prices.ts'
import { arising, residualOfTheDay } from './arising.ts'
import { backlog } from './backlog.ts'
import { backlogInvestment } from './investment.ts'

/** What `run` prints of the maintenance backlog: of infrastructure alone. */
export const backlogFigures: readonly PrintableFigure[] = [
  ofTheDay('backlog', 'Maintenance backlog, end of year', backlog),
  ofTheDay('arising', 'Backlog that arises', arising),
  ofTheDay('backlog-investment', 'Investment in the backlog', backlogInvestment),
  ofTheDay('backlog-residual', 'Backlog that arose, history', residualOfTheDay),
]

function ofTheDay<M extends 'backlog' | 'cdel'>(
  name: string,
  label: string,
  figure: ModelFigure<`nominal ${M}`>,
): PrintableFigure {
  const inOutput = printed(figure)
  return {
    ...{ name, label, figure: inOutput, unit: inOutput.unit, ofTheDay: figure },
    over: 'year',
    category: 'infrastructure',
    byDefault: false,
  }
}
