/**
 * What a person loads to see their first open case, compressed, against the budget; and the
 * compressed copies that the server hands out.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const OUT = new URL('../../clew/static/workspace/', import.meta.url).pathname
const BUDGET = 220_000
const SCRIPT_BUDGET = 160_000
const SCREENS = ['index.html', 'src/app/pages/NoCasePane.vue', 'src/app/pages/CasePane.vue']
const CATALOGUES = ['../locales/en/common.ftl?raw', '../locales/en/app.ftl?raw', '../locales/en/desk.ftl?raw']

const manifest = JSON.parse(readFileSync(join(OUT, '.vite/manifest.json'), 'utf8'))
const files = new Set(['index.html'])

function take(key) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`the build has no ${key}`)
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const sheet of chunk.css ?? []) files.add(sheet)
  for (const other of chunk.imports ?? []) take(other)
}

for (const key of [...SCREENS, ...CATALOGUES]) take(key)
for (const name of readdirSync(join(OUT, 'assets'))) {
  if (/^inter-latin-wght/u.test(name)) files.add(`assets/${name}`)
}

let total = 0
let scripts = 0
for (const name of files) {
  const body = readFileSync(join(OUT, name))
  const size = name.endsWith('.woff2') ? body.length : gzipSync(body, { level: 9 }).length
  total += size
  if (name.endsWith('.js')) scripts += size
}

for (const name of ['index.html', ...readdirSync(join(OUT, 'assets')).map((file) => `assets/${file}`)]) {
  if (!/\.(js|css|html|svg)$/u.test(name)) continue
  const body = readFileSync(join(OUT, name))
  if (body.length < 1_000) continue
  writeFileSync(join(OUT, `${name}.gz`), gzipSync(body, { level: 9 }))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  writeFileSync(join(OUT, `${name}.br`), brotliCompressSync(body, { params }))
}

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
console.log(`first load ${kilo(total)} of ${kilo(BUDGET)}, its scripts ${kilo(scripts)} of ${kilo(SCRIPT_BUDGET)}`)
if (total > BUDGET || scripts > SCRIPT_BUDGET) {
  console.error('The first load is over its budget.')
  process.exit(1)
}
