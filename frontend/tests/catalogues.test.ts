import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, it } from 'vitest'
import { createTranslator, LANGUAGES, pickLanguage } from '@/client-core/i18n'

const SOURCES = join(import.meta.dirname, '../src')
const LOCALES = join(import.meta.dirname, '../../locales')
const CATALOGUES = ['common', 'app', 'desk', 'guests', 'webchat', 'search', 'mail', 'mailout', 'recognition', 'admin', 'links', 'contact', 'keyboard', 'composing', 'templates', 'faults', 'refusals', 'promises', 'gaps', 'dialogs', 'deadlines', 'reasons', 'history', 'notifying', 'returning', 'attention']
/** What the plural rules of each language can ask for, in whole numbers. */
const PLURALS: Record<string, string[]> = {
  en: ['one', 'other'],
  hu: ['one', 'other'],
  pl: ['few', 'many', 'one', 'other'],
  ru: ['few', 'many', 'one', 'other'],
}
/** Labels of buttons that have little room. */
const SHORT = ['send', 'send-and-park', 'send-and-done', 'send-queue', 'park', 'resolve', 'assign', 'take', 'undo', 'mode-reply', 'mode-note', 'note-add', 'place-mine', 'place-waiting', 'search', 'nav-me']
const SHORT_CHARS = 22

/** Who says what: each part has catalogues of its own and says nothing of the other's. */
const WIDGET_FOLDERS = ['widget', 'loader', 'sw', 'contact-client']
const PARTS = [
  { part: 'workspace', catalogues: CATALOGUES, short: SHORT, isOurs: (folder: string) => !WIDGET_FOLDERS.includes(folder) },
  {
    part: 'widget',
    catalogues: ['widget', 'widget-seldom'],
    short: ['launcher', 'leave-save', 'leave-later', 'send-again', 'discard', 'save', 'confirm', 'reply', 'remove', 'cancel'],
    isOurs: (folder: string) => folder === 'widget',
  },
]

const text = (language: string, name: string): string => readFileSync(join(LOCALES, language, `${name}.ftl`), 'utf8')

/** Messages of a language with their source text. */
function messages(sources: string): Map<string, string> {
  const found = new Map<string, string>()
  let id = ''
  for (const line of sources.split('\n')) {
    const start = /^([a-z][a-z0-9-]*) =/u.exec(line)
    if (start) id = start[1]!
    if (id && (start || /^\s|^\}/u.test(line))) found.set(id, `${found.get(id) ?? ''}${line}\n`)
    else id = ''
  }
  return found
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return files(path)
    return /\.(vue|ts)$/u.test(name) ? [path] : []
  })
}

const codeOf = (isOurs: (folder: string) => boolean): string =>
  readdirSync(SOURCES)
    .filter((name) => isOurs(name) && statSync(join(SOURCES, name)).isDirectory())
    .flatMap((name) => files(join(SOURCES, name)))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
const variables = (source: string): string[] => [...new Set([...source.matchAll(/\$([a-z]+)/gu)].map((match) => match[1]!))].sort()
const CASES = PARTS.flatMap((part) => LANGUAGES.map((language) => ({ ...part, language })))

describe.each(CASES)('the catalogue of the $part in $language', ({ catalogues, short, isOurs, language }) => {
  const both = (one: string): string => catalogues.map((name) => text(one, name)).join('\n')
  const own = messages(both(language))
  const english = messages(both('en'))
  const code = codeOf(isOurs)
  const used = new Set([...code.matchAll(/\b(?:t|msg)\(\s*'([a-z0-9-]+)'/gu)].map((match) => match[1]!))
  const chosen = new Set([...code.matchAll(/\? '([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/gu)].map((match) => match[1]!))

  it('has every message that is said', () => {
    expect([...used].filter((id) => !own.has(id))).toEqual([])
  })

  it('has no message that nobody says', () => {
    expect([...own.keys()].filter((id) => !used.has(id) && !chosen.has(id))).toEqual([])
  })

  it('has each message once, and all can be read', () => {
    const resource = new FluentResource(both(language))

    expect(resource.body).toHaveLength(own.size)
    expect(new Set(resource.body.map((one) => one.id)).size).toBe(own.size)
  })

  it('uses the same values as English', () => {
    for (const [id, source] of own) {
      expect(variables(source), id).toEqual(variables(english.get(id) ?? ''))
    }
  })

  it('knows exactly its own plural forms', () => {
    for (const [id, source] of own) {
      for (const block of source.split('->').slice(1)) {
        const keys = [...block.split('\n    }')[0]!.matchAll(/\[([a-z]+)\]/gu)].map((match) => match[1]!)
        const plural = keys.filter((key) => ['zero', 'one', 'two', 'few', 'many'].includes(key))
        if (plural.length === 0) continue
        expect([...plural, 'other'].sort(), id).toEqual(PLURALS[language])
      }
    }
  })

  it('keeps the labels of buttons short', () => {
    const { t } = createTranslator(language, catalogues.map((name) => text(language, name)))
    for (const id of short) expect(t(id).length, `${id}: ${t(id)}`).toBeLessThanOrEqual(SHORT_CHARS)
  })

  it('says something for every message', () => {
    const { t } = createTranslator(language, catalogues.map((name) => text(language, name)))
    for (const id of own.keys()) {
      for (const n of [0, 1, 2, 5, 22]) {
        const said = t(id, { n, over: n, hour: n, mine: n, waiting: n, unsent: n, drafts: n, attempts: n, least: n, most: n, at: 'AT', name: 'NAME', span: 'SPAN', size: 'SIZE', limit: 'LIMIT', channel: 'CHANNEL', emoji: 'EMOJI', email: 'EMAIL', address: 'ADDRESS' })
        expect(said.trim(), id).not.toBe('')
        if (id.includes('-')) expect(said, id).not.toBe(id)
      }
    }
  })
})

/** What a file of the widget brings along at once; `import()` is what comes later. */
function atOnce(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found
  found.add(path)
  for (const [, other] of readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'/gu)) {
    atOnce(join(dirname(path), /\.(vue|ts)$/u.test(other!) ? other! : `${other!}.ts`), found)
  }
  return found
}

describe('the words that everybody loads', () => {
  it('are all that is said by what everybody loads', () => {
    const code = [...atOnce(join(SOURCES, 'widget/main.ts'))].map((path) => readFileSync(path, 'utf8')).join('\n')
    const often = messages(text('en', 'widget'))
    const said = [...code.matchAll(/\b(?:t|msg)\(\s*'([a-z0-9-]+)'/gu)].map((match) => match[1]!)

    expect(said).toContain('greeting')
    expect(said.filter((id) => !often.has(id))).toEqual([])
  })
})

describe('the translator', () => {
  it('counts as the language does', () => {
    const { t } = createTranslator('pl', [text('pl', 'common')])

    expect([1, 3, 5, 22].map((n) => t('span-days', { n }))).toEqual(['1 dzień', '3 dni', '5 dni', '22 dni'])
  })

  it('groups no thousands', () => {
    const { t } = createTranslator('en', ['x = { $n } things'])

    expect(t('x', { n: 12_345 })).toBe('12345 things')
  })

  it('takes the first language that we speak', () => {
    expect(pickLanguage([null, 'de-AT', 'pl-PL', 'en'])).toBe('pl')
    expect(pickLanguage(['de'])).toBe('en')
  })
})
