/**
 * The two classic scripts of the widget: the loader for host pages and the service worker for
 * push messages. Vite would wrap them as modules; rolldown, which it brings, makes plain ones.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { rolldown } from 'rolldown'

const here = (path) => new URL(path, import.meta.url).pathname
const OUT = here('../../clew/static/widget/')
const LOCALES = here('../../locales/')

/** What one message says in each language: the loader has no catalogue of its own. */
function wordsOf(id) {
  const languages = readdirSync(LOCALES).filter((name) => /^[a-z]{2}$/u.test(name))
  return Object.fromEntries(languages.map((one) => [one, new RegExp(`^${id} = (.+)$`, 'mu').exec(readFileSync(`${LOCALES}${one}/widget.ftl`, 'utf8'))[1]]))
}

async function build(input, name, define = {}) {
  const bundle = await rolldown({ input: here(input), platform: 'browser', transform: { define, target: 'es2020' } })
  await bundle.write({ file: OUT + name, format: 'iife', minify: true })
  await bundle.close()
}

await build('../src/loader/main.ts', 'widget.js', {
  LAUNCHER_WORDS: JSON.stringify(wordsOf('launcher')),
  AWAY_WORDS: JSON.stringify(wordsOf('refused-other')),
})
await build('../src/sw/push.ts', 'push.js')
