import { backlogTable } from './further/backlog.ts'
import { deliveryTable } from './further/delivery.ts'
import { programmeTable, revenueTable } from './further/measures.ts'
import { optimismBiasTable } from './further/optimism-bias.ts'
import { stockTable } from './further/stocks.ts'
import type { FurtherTable } from './options.ts'

/** The tables of figures asked for by name, in the order in which they stand; a table a topic. */
export const furtherTables: readonly FurtherTable[] = [
  stockTable,
  backlogTable,
  deliveryTable,
  revenueTable,
  programmeTable,
  optimismBiasTable,
]
