/**
 * `virtual:emoji/<language>`: every emoji with its name, short codes and keywords as one small text.
 *
 * The package holds ten times as much; only what the menu searches goes to the browser. A line is
 * an emoji, its name, its codes and its keywords, parted by tabs, codes and keywords by `|`.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const PREFIX = 'virtual:emoji/'
/** Skin tones and hair, which are parts and no emoji. */
const PARTS = 2

interface Entry {
  unicode: string
  hexcode: string
  label: string
  tags?: string[]
  group?: number
  order?: number
}

export const emoji: Plugin = {
  name: 'clew:emoji',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  load: (id) => (id.startsWith(`\0${PREFIX}`) ? `export default ${JSON.stringify(linesOf(id.slice(PREFIX.length + 1)))}` : undefined),
}

function linesOf(language: string): string {
  const codes = read<Record<string, string | string[]>>('en/shortcodes/github.json')
  return read<Entry[]>(`${language}/compact.json`)
    .filter((one) => one.group !== undefined && one.group !== PARTS)
    .sort((a, b) => a.order! - b.order!)
    .map((one) => [shortest(one.unicode), one.label, [codes[one.hexcode] ?? []].flat().join('|'), (one.tags ?? []).join('|')].join('\t'))
    .join('\n')
}

/** Without the mark that asks for a picture where a picture is meant anyway. */
const shortest = (sign: string): string => sign.replace(/^(\p{Emoji_Presentation})\uFE0F$/u, '$1')

const read = <T>(path: string): T => JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`emojibase-data/${path}`), 'utf8')) as T
