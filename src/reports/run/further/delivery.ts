import { deliveryFigures } from '../../../figures/delivery/printable.ts'
import { printableFigures } from '../../../figures/printable.ts'
import * as say from '../../../problems/catalogue/delivery.ts'
import type { FurtherTable } from '../options.ts'

const shown = ['delivered', 'slipped', 'deliverable', 'digital-staff', 'digital-staff-needed']
const ofRecruits = ['digital-recruits', 'recruitment-cost']

/** Funded, delivered and carried forward: shown where a scenario says something of its digital workforce. */
export const deliveryTable: FurtherTable = {
  name: 'delivery',
  title: say.deliveryTitle,
  scope: say.deliveryScope,
  figures: deliveryFigures,
  millions: true,
  beside: printableFigures
    .filter(({ name }) => name === 'funded')
    .map((figure) => ({ ...figure, label: say.deliveryFunded })),
  categories: () => ['digital'],
  unasked: ({ workforce }) => {
    if (workforce === undefined) return []
    return [...shown, ...(workforce.recruits === undefined ? [] : ofRecruits), 'gap-delivered']
  },
  benchmarks: ({ category }) => category === 'digital',
  notes: () => [say.deliveryMeans, say.deliveryIllustrative, say.deliveryLeavesSpend],
}
