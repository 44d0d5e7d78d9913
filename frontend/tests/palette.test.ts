import { describe, expect, it } from 'vitest'
import type { Case, Change } from '@/client-core/api.types'
import { isHeard, isQuiet, newsIn, NOTIFY_DEFAULTS, settingsFrom, type News } from '@/client-core/notify'
import { asked, commanded, meant, type Deed, type PaletteEntry } from '@/client-core/palette'

describe('the palette', () => {
  it('tells acts, people and numbers by their sign', () => {
    expect(['> park', '@ anna', '#12', '12', 'anna'].map((typed) => asked(typed).kind)).toEqual(['acts', 'people', 'number', 'number', 'all'])
    expect(asked('#12').query).toBe('12')
  })

  it('finds by the beginnings of words, without accents', () => {
    const entries: PaletteEntry[] = ['Settings', 'Go to: Późne sprawy', 'Tags'].map((label) => ({ key: label, group: 'go', label }))

    expect(meant(entries, 'poz spr').map((one) => one.label)).toEqual(['Go to: Późne sprawy'])
    expect(meant(entries, 'x')).toEqual([])
    expect(meant(entries, '')).toHaveLength(3)
  })
})

describe('an act with a name', () => {
  const deed = (name: string, verbs: string, label: string): Deed => ({ key: name, group: 'case', name, verbs, label })
  const deeds = [
    deed('Nagy Péter', 'assign, kioszt', 'Assign to Nagy Péter'),
    deed('Olga, me', 'assign, kioszt', 'Assign to Olga (you)'),
    deed('Late return', 'tag', 'Add the tag “Late return”'),
  ]
  const found = (typed: string) => commanded(deeds, typed).map((one) => one.name)

  it.each(['assign peter', 'assign to Pét', 'ASSIGN nagy p', 'ass péter', 'kioszt Péternek'])('is what “%s” asks for', (typed) => {
    expect(found(typed)).toEqual(['Nagy Péter'])
  })

  it('knows who “me” is, and things by any of their words', () => {
    expect([found('assign to me'), found('tag return'), found('tag late ret')]).toEqual([['Olga, me'], ['Late return'], ['Late return']])
  })

  it.each(['peter', 'assign', 'assign to', 'tag peter', 'a peter', 'assign peter pan', ''])('is not what “%s” asks for', (typed) => {
    expect(found(typed)).toEqual([])
  })
})

const row = (more: Partial<Case> = {}): Case =>
  ({ id: 'c1', owner: { id: 'me', name: 'Olga' }, contact: { id: 'k', name: 'Anna' }, subject: 'Refund', last_message: { direction: 'in', at: '1', text: 'Hi' }, ...more }) as unknown as Case
const changed = (after: Case): Change[] => [{ type: 'case', case: after }]
const kinds = (changes: Change[], before?: Case) => newsIn(changes, 'me', () => before).map((one) => one.kind)

describe('notifications', () => {
  it('come when a contact of mine writes, and not when I do', () => {
    const later = { direction: 'in', at: '2', text: 'Well?' } as Case['last_message']

    expect(kinds(changed(row({ last_message: later })), row())).toEqual(['replies'])
    expect(kinds(changed(row({ last_message: { ...later!, direction: 'out' } })), row())).toEqual([])
    expect(kinds(changed(row({ owner: null, last_message: later })), row())).toEqual([])
  })

  it('come when a case is given to me, and not for what was there before', () => {
    expect(kinds(changed(row()), row({ owner: null }))).toEqual(['assigned'])
    expect(kinds(changed(row()), undefined)).toEqual([])
  })

  it('come when a colleague names me', () => {
    const note = { kind: 'note', case_id: 'c1', author: { id: 'a2', name: 'Péter' }, text: '@Olga', mentions: ['me'] }

    expect(kinds([{ type: 'item', conversation_id: 'v', item: note } as unknown as Change])).toEqual(['mentions'])
    expect(kinds([{ type: 'item', conversation_id: 'v', item: { ...note, author: { id: 'me' } } } as unknown as Change])).toEqual([])
  })

  it('keep quiet over midnight', () => {
    const night = { ...NOTIFY_DEFAULTS, quiet_from: '22:00', quiet_to: '07:00' }
    const at = (hour: number) => new Date(2026, 6, 6, hour, 30)

    expect([21, 22, 3, 7].map((hour) => isQuiet(night, at(hour)))).toEqual([false, true, true, false])
    expect(isQuiet(NOTIFY_DEFAULTS, at(3))).toBe(false)
  })

  it('are as usual where nothing sensible was kept', () => {
    expect(settingsFrom({ replies: false, sound: 'loud', sounds: 'all', other: 1 })).toEqual({ ...NOTIFY_DEFAULTS, replies: false })
    expect(settingsFrom({ sounds: ['bells', 'mentions'] }).sounds).toEqual(['mentions'])
    expect(settingsFrom(null)).toEqual(NOTIFY_DEFAULTS)
  })

  it('are heard only of the kinds that one wants to hear, and of none at first', () => {
    const heard = (kind: News['kind'], settings: unknown) => isHeard([{ kind, caseId: 'c1', name: 'Anna', text: '' }], settingsFrom(settings))

    expect(heard('replies', {})).toBe(false)
    expect([heard('mentions', { sounds: ['mentions'] }), heard('replies', { sounds: ['mentions'] })]).toEqual([true, false])
    expect(heard('mentions', { sounds: ['mentions'], mentions: false })).toBe(false)
  })

  it('are all heard by who wanted to hear them before each had its own switch', () => {
    expect(settingsFrom({ sound: true }).sounds).toEqual(['replies', 'mentions', 'assigned'])
    expect(settingsFrom({ sound: true, sounds: ['replies'] }).sounds).toEqual(['replies'])
  })
})
