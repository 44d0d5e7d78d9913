import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EventItem } from '@/client-core/api.types'
import { eventWords } from '@/client-core/event-words'
import { createTranslator, LANGUAGES } from '@/client-core/i18n'
import { Formats } from '@/client-core/time'

const ROOT = join(import.meta.dirname, '../..')
const kinds = readFileSync(join(ROOT, 'clew/ports/store/kinds.py'), 'utf8')
const shown = /SHOWN_EVENTS[^{]*\{([^}]*)\}/u.exec(kinds)![1]!
const named = new Map([...kinds.matchAll(/^([A-Z_]+) = "([a-z_]+)"/gmu)].map((match) => [match[1]!, match[2]!]))
/** Every kind of event that the server puts into a timeline. */
const KINDS = [...shown.matchAll(/"([a-z_]+)"|([A-Z_]+)/gu)].map((match) => match[1] ?? named.get(match[2]!)!)

describe.each(LANGUAGES)('what happened, in %s', (language) => {
  const catalogues = ['common', 'app', 'desk', 'guests', 'mail', 'recognition', 'mailout']
  const { t } = createTranslator(language, catalogues.map((name) => readFileSync(join(ROOT, 'locales', language, `${name}.ftl`), 'utf8')))
  const view = { now: 0, formats: new Formats(language), nameOf: () => 'Olga' }

  it.each(KINDS)('%s is a sentence, whoever did it', (event) => {
    for (const kind of ['agent', 'contact', 'system'] as const) {
      const item = { kind: 'event', id: 'e', seq: 1, v: 1, at: '2026-01-05T09:00:00Z', case_id: null, event, data: {}, actor: { kind, id: null, name: kind === 'agent' ? 'Olga' : '' } } as EventItem
      const said = eventWords(item, view)
      const words = t(said.id, said.args)

      expect(said.id, event).not.toBe('event-other')
      expect(words).not.toContain('_')
      expect(words).not.toContain('{')
      expect(words).not.toBe(said.id)
    }
  })
})

it('there are kinds to say', () => expect(KINDS.length).toBeGreaterThan(20))

it('who gives a case to themselves takes it', () => {
  const actor = { kind: 'agent' as const, id: 'olga', name: 'Olga' }
  const given = (to: string) => ({ kind: 'event', id: 'e', seq: 1, v: 1, at: '2026-01-05T09:00:00Z', case_id: null, event: 'case_assigned', data: { owner_id: to }, actor }) as EventItem
  const view = { now: 0, formats: new Formats('en'), nameOf: () => 'Péter' }

  expect(eventWords(given('olga'), view).id).toBe('event-case-taken')
  expect(eventWords(given('peter'), view).id).toBe('event-case-assigned')
})
