import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import type { Io } from './io.ts'

/** `data import`, beside the other commands on data. */
export function declareImportCommand(program: Command, io: Io, deliver: Deliver): void {
  const data = program.commands.find((command) => command.name() === 'data')
  data
    ?.command('import')
    .summary('turn a publisher’s download into a folder of datasets')
    .description(
      'Turns a publisher’s own download into a folder of datasets for --data: rows with\n' +
        'their source and place, and a count of what was left out and why. Written whole\n' +
        'or not at all; an existing folder is added to.',
    )
    .argument('<format>', 'one of those below')
    .argument('<file...>', 'the file as downloaded; some formats come as several')
    .optionsGroup('What the file does not say:')
    .option('--published <date>', 'when it was published: a date, a month or a year')
    .option('--year <year>', 'the financial year it holds (eric, tac)')
    .option('--mapping <file>', 'which column is which (tidy)')
    .optionsGroup('Output:')
    .option('-o, --output <dir>', 'the folder to write (default: imported)')
    .option('-f, --format <format>', 'of the report: table, csv, json, ndjson, markdown')
    .option('--strict', 'fail (exit 1) when there are warnings')
    .option('-q, --quiet', 'no progress on standard error')
    .option('--no-color', 'no colour; the variable NO_COLOR does the same')
    .addHelpText('after', formatsHelp)
    .action((format: string, files: readonly string[], raw: object) =>
      deliver(
        import('./commands/data-import.ts').then((command) => command.dataImport(format, files, raw, io)),
      ),
    )
}

const formatsHelp = `
Formats:
  world-bank          World Development Indicators, API or bulk CSV
  oecd                OECD Data Explorer CSV, with labels or codes alone
  eurostat-tsv        Eurostat tab-separated file
  eurostat-sdmx-csv   Eurostat SDMX-CSV
  obr-efo             OBR detailed forecast tables: expenditure, economy (.xlsx)
  hmt-deflators       HM Treasury GDP deflators (.xlsx)
  ons-gfcf            ONS capital formation by industry and asset (.xlsx)
  ons-capital-stocks  ONS gross and net capital stocks (.xlsx)
  who-ghed            WHO Global Health Expenditure Database (.xlsx)
  tac                 NHS trust accounts data, long form (CSV or .xlsx)
  eric                Estates Returns Information Collection, trust or site CSV
  tidy                any table with one observation a row, and a mapping file

Examples:
  capgap data import obr-efo expenditure.xlsx economy.xlsx -o november
  capgap data import eric eric-2023-24-site.csv --published 2024-12-17
  capgap run --data november`
