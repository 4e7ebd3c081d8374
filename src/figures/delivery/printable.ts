import { asItIs, inPrices, type PrintableFigure } from '../printable.ts'
import { deliverable } from './deliverable.ts'
import { delivered, gapDelivered, slipped } from './delivery.ts'
import { recruitmentCost } from './recruits.ts'
import { digitalRecruits, digitalStaff, digitalStaffNeeded } from './staff.ts'

const ofCategory = { over: 'category', byDefault: false } as const
const ofDigital = { over: 'year', category: 'digital', byDefault: false } as const

/** What `run` prints of the delivery of digital money. */
export const deliveryFigures: readonly PrintableFigure[] = [
  { name: 'delivered', label: 'Delivered', ...inPrices(delivered), ...ofCategory },
  { name: 'slipped', label: 'Carried forward', ...inPrices(slipped), ...ofCategory },
  { name: 'deliverable', label: 'Can be delivered', ...inPrices(deliverable), ...ofDigital },
  { name: 'digital-staff', label: 'Staff in post', ...asItIs(digitalStaff), ...ofDigital },
  {
    name: 'digital-staff-needed',
    label: 'Staff needed',
    ...asItIs(digitalStaffNeeded),
    ...ofDigital,
  },
  { name: 'digital-recruits', label: 'Recruited in the year', ...asItIs(digitalRecruits), ...ofDigital },
  {
    name: 'recruitment-cost',
    label: 'Cost of recruiting',
    ...inPrices(recruitmentCost),
    ...ofDigital,
  },
  {
    ...{ name: 'gap-delivered', label: 'Gap to delivered', ...inPrices(gapDelivered) },
    ...{ over: 'benchmark-category', byDefault: false },
  },
]
