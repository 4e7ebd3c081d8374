// What a user's JavaScript might do with the library: one number out of the default run.
import { loadData, lookback, runScenario } from 'capgap'

const { long } = await runScenario('current-plans')
const at = (name) => long.columns.findIndex((column) => column.name === name)
const textOf = (row, name) => {
  const cell = row.cells[at(name)]
  return cell.kind === 'text' ? cell.text : undefined
}
const wanted = { figure: 'gap', benchmark: 'eu14', category: 'total', year: '2029-30' }
const row = long.rows.find((each) =>
  Object.entries(wanted).every(([name, text]) => textOf(each, name) === text),
)
console.log(`gap.total[eu14] in 2029-30 = ${row.cells[at('value')].value} GBP million`)

const past = await lookback(undefined, { group: 'g7' })
if (past.long.rows.length === 0) throw new Error('the look-back is empty')
const data = await loadData()
if (!data.names.includes('dhsc-capital')) throw new Error('the bundled data is not there')
