import type { Importer } from './importer.ts'

/** A format that can be imported. Its reader is loaded when it is asked for. */
export interface Format {
  readonly name: string
  readonly importer: () => Promise<Importer>
}

export const formats: readonly Format[] = [
  { name: 'world-bank', importer: () => import('./formats/world-bank.ts').then((file) => file.worldBank) },
  { name: 'oecd', importer: () => import('./formats/oecd.ts').then((file) => file.oecd) },
  { name: 'eurostat-tsv', importer: () => import('./formats/eurostat.ts').then((file) => file.eurostatTsv) },
  {
    name: 'eurostat-sdmx-csv',
    importer: () => import('./formats/eurostat.ts').then((file) => file.eurostatCsv),
  },
  { name: 'obr-efo', importer: () => import('./formats/obr-efo.ts').then((file) => file.obrEfo) },
  {
    name: 'hmt-deflators',
    importer: () => import('./formats/hmt-deflators.ts').then((file) => file.hmtDeflators),
  },
  { name: 'ons-gfcf', importer: () => import('./formats/ons-gfcf.ts').then((file) => file.onsGfcf) },
  {
    name: 'ons-capital-stocks',
    importer: () => import('./formats/ons-capital-stocks.ts').then((file) => file.onsCapitalStocks),
  },
  { name: 'who-ghed', importer: () => import('./formats/who-ghed.ts').then((file) => file.whoGhed) },
  { name: 'tac', importer: () => import('./formats/tac.ts').then((file) => file.tac) },
  { name: 'eric', importer: () => import('./formats/eric.ts').then((file) => file.eric) },
  { name: 'tidy', importer: () => import('./formats/tidy.ts').then((file) => file.tidy) },
]
