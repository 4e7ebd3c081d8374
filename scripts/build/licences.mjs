import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Gathers the licences of every bundled package: their terms ask that the notice travels with the code.
 *
 * @param {URL} root
 * @param {string} out
 * @param {string[]} packages folders, `node_modules/zod`
 */
export function writeLicences(root, out, packages) {
  const notices = packages.map((folder) => {
    const read = (/** @type {string} */ name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')
    const { name, version, license } = JSON.parse(read('package.json'))
    const file = readdirSync(new URL(folder, root)).find((entry) => /^licen[cs]e/i.test(entry))
    if (!file) throw new Error(`${folder} has no licence file: its notice cannot travel with the bundle.`)
    return `${name} ${version} (${license})\n\n${read(file).replaceAll('\r\n', '\n').trim()}\n`
  })
  const head = 'capgap is bundled with the packages below, each under its own licence.\n'
  writeFileSync(`${out}/THIRD-PARTY-LICENCES.txt`, [head, ...notices].join(`\n${'-'.repeat(78)}\n\n`))
}
