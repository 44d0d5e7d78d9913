/**
 * What a person loads to see their first open case, and what a contact loads to write, compressed,
 * against the budgets; and the compressed copies that the server hands out.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const OUT = new URL('../../clew/static/', import.meta.url).pathname

const APPS = [
  {
    name: 'workspace',
    first: [
      ...['index.html', 'src/app/pages/NoCasePane.vue', 'src/app/pages/CasePane.vue'],
      ...['common', 'app', 'desk', 'guests', 'mail', 'recognition', 'mailout', 'keyboard', 'composing'].map((name) => `../locales/en/${name}.ftl?raw`),
    ],
    fonts: /^inter-latin-wght/u,
    budget: 220_000,
    scriptBudget: 160_000,
  },
  // Russian is the longest catalogue; what is seldom said is in another.
  { name: 'widget', first: ['index.html', '../../../locales/ru/widget.ftl?raw'], fonts: /^$/u, budget: 60_000, scriptBudget: 55_000 },
]
const LOADER_BUDGET = 4_000

const sizeOf = (path) => {
  const body = readFileSync(path)
  return path.endsWith('.woff2') ? body.length : gzipSync(body, { level: 9 }).length
}
const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
let isOver = false

function firstLoad({ name, first, fonts }) {
  const folder = join(OUT, name)
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  const files = new Set(['index.html'])
  const take = (key) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the ${name} has no ${key}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const sheet of chunk.css ?? []) files.add(sheet)
    for (const other of chunk.imports ?? []) take(other)
  }
  first.forEach(take)
  for (const file of readdirSync(join(folder, 'assets'))) if (fonts.test(file)) files.add(`assets/${file}`)
  return [...files].map((file) => ({ file, bytes: sizeOf(join(folder, file)) }))
}

function compress(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|html|svg)$/u.test(name)) continue
    const body = readFileSync(join(folder, name))
    if (body.length < 1_000) continue
    writeFileSync(join(folder, `${name}.gz`), gzipSync(body, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(body, { params }))
  }
}

for (const app of APPS) {
  const loaded = firstLoad(app)
  const total = loaded.reduce((sum, one) => sum + one.bytes, 0)
  const scripts = loaded.filter((one) => one.file.endsWith('.js')).reduce((sum, one) => sum + one.bytes, 0)
  console.log(`${app.name}: first load ${kilo(total)} of ${kilo(app.budget)}, its scripts ${kilo(scripts)} of ${kilo(app.scriptBudget)}`)
  isOver ||= total > app.budget || scripts > app.scriptBudget
  compress(join(OUT, app.name))
  compress(join(OUT, app.name, 'assets'))
}
const loader = sizeOf(join(OUT, 'widget/widget.js'))
console.log(`loader: ${kilo(loader)} of ${kilo(LOADER_BUDGET)}`)
if (isOver || loader > LOADER_BUDGET) {
  console.error('A first load is over its budget.')
  process.exit(1)
}
