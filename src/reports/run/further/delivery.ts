import { deliveryFigures } from '../../../figures/delivery/printable.ts'
import { printableFigures } from '../../../figures/printable.ts'
import * as say from '../../../problems/catalogue/delivery.ts'
import type { FurtherTable } from '../options.ts'
import { leavesUnspent } from '../unspent.ts'

const shown = ['delivered', 'slipped', 'deliverable', 'digital-staff', 'digital-staff-needed']
const ofRecruits = ['digital-recruits', 'recruitment-cost']

const fromSpend = (name: string, label: string) =>
  printableFigures.filter((figure) => figure.name === name).map((figure) => ({ ...figure, label }))

/** Funded, delivered and carried forward: shown where a scenario says something of its digital workforce. */
export const deliveryTable: FurtherTable = {
  name: 'delivery',
  title: say.deliveryTitle,
  scope: say.deliveryScope,
  figures: deliveryFigures,
  millions: true,
  beside: (settings) => [
    ...fromSpend('funded', say.deliveryFunded),
    // What is carried forward is of spend: where that is less than what is funded, the sum is only seen beside it.
    ...(leavesUnspent(settings) ? fromSpend('spend', say.deliverySpend) : []),
  ],
  categories: () => ['digital'],
  unasked: ({ workforce }) => {
    if (workforce === undefined) return []
    return [...shown, ...(workforce.recruits === undefined ? [] : ofRecruits), 'gap-delivered']
  },
  benchmarks: ({ category }) => category === 'digital',
  notes: () => [say.deliveryMeans, say.deliveryIllustrative, say.deliveryLeavesSpend],
}
