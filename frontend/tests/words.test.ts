import { describe, expect, it } from 'vitest'
import { readContent } from '@/client-core/content'
import { groupIn, inGroups } from '@/client-core/groups'
import { letterOf } from '@/client-core/letters'
import { dueWords, moveWords } from '@/client-core/move'
import { belongs } from '@/client-core/places'
import { fillTemplate, findTemplates, guessParameters, isUnwanted, kindWords, placeWords } from '@/client-core/templates'
import { Formats } from '@/client-core/time'
import { minter, uuid7 } from '@/client-core/uuid'
import { countMoved } from '@/app/list/steady'
import { seed } from '../mock/seed'

const NOW = new Date('2026-11-22T13:45:00').getTime()
const world = seed(NOW)
const me = world.agents[0]!
const row = (id: string) => world.cases.find((one) => one.id === id)!
const view = { viewerId: 'a1', now: NOW, formats: new Formats('en') }

describe('whose move it is', () => {
  it.each([
    ['c1', 'mine', 'move-promise', 'soon'],
    ['c2', 'mine', 'move-answer', 'over'],
    ['c3', 'back', 'move-woken', 'soon'],
    ['c5', 'mine', 'move-delivery', 'calm'],
    ['q1', 'team', 'move-team', 'soon'],
    ['w1', 'contact', 'move-nudge', 'calm'],
    ['w2', 'contact', 'move-close', 'calm'],
    ['p1', 'parked', 'move-parked', 'calm'],
    ['r1', 'done', 'move-done', 'calm'],
  ])('%s is %s, %s, %s', (id, mark, detail, tone) => {
    const said = moveWords(row(id), view)

    expect([said.mark, said.detail?.id, said.tone]).toEqual([mark, detail, tone])
  })

  it('tells of who is waited for when they were asked, and what comes if they are silent', () => {
    const asked = { ...row('w1'), silence_closes_at: new Date(NOW + 10 * 86_400_000).toISOString() }

    expect(moveWords(asked, view).detail).toEqual({ id: 'move-nudge-close', args: { asked: 'Sat 14:25', at: 'Mon 14:45', end: '2 Dec, 13:45' } })
    expect([row('w1'), row('w2')].map((one) => dueWords(one, view).words?.id)).toEqual(['move-nudge', 'move-close'])
  })

  it('is never mine when a colleague has it', () => {
    expect(moveWords(row('c2'), { ...view, viewerId: 'a2' }).mark).toBe('agent')
  })

  it('says in a row how late it is', () => {
    expect(dueWords(row('c2'), view).words).toMatchObject({ id: 'due-over', span: { args: { n: 38 } } })
    expect(dueWords(row('p1'), view).words?.id).toBe('due-until')
  })
})

describe('places', () => {
  const placesOf = (id: string) => (['mine', 'team', 'waiting', 'parked', 'resolved'] as const).filter((place) => belongs(row(id), place, me))

  it('have each case once', () => {
    for (const one of world.cases) expect(placesOf(one.id), one.id).toHaveLength(1)
  })

  it('show other people’s waiting cases to leads only', () => {
    const agent = { id: 'a9', role: 'agent' as const, team_ids: [] }

    expect(belongs(row('w1'), 'waiting', agent)).toBe(false)
    expect(belongs(row('w1'), 'waiting', { ...agent, role: 'supervisor' })).toBe(true)
  })

  it('group by day where cases come back', () => {
    expect(groupIn('parked', row('p1'), NOW, view.formats).words.id).toBe('group-this-day')
    expect(inGroups('waiting', [row('w1'), { ...row('w2'), next_move: { ...row('w2').next_move!, holder: 'bot' } }, row('w1')]).map((one) => one.id)).toEqual(['w1', 'w1', 'w2'])
  })
})

describe('a list that holds still', () => {
  const placed = (text: string) => text.split(' ').map((one) => ({ id: one[0]!, group: one.slice(1) }))

  it.each([
    ['a1 b1 c1', 'a1 b1 c1', 0],
    ['a1 b1 c1', 'b1 a1 c1', 1],
    ['a1 b1 c1', 'a1 c1', 1],
    ['a1 b1', 'a1 x1 b1', 1],
    ['a1 b1 c1', 'a1 b2 c1', 1],
  ])('from %s to %s moves %i', (shown, wanted, moved) => {
    expect(countMoved(placed(shown), placed(wanted))).toBe(moved)
  })
})

describe('letters', () => {
  it.each([
    [{ key: 'j', code: 'KeyJ' }, 'j'],
    [{ key: 'о', code: 'KeyJ' }, 'j'],
    [{ key: 'Е', code: 'KeyT' }, 't'],
    [{ key: 'ż', code: 'KeyZ' }, 'ż'],
    [{ key: 'h', code: 'KeyJ' }, 'h'],
    [{ key: '?', code: 'Digit7' }, '?'],
    [{ key: '.', code: 'Slash' }, '/'],
    [{ key: '.', code: 'Period' }, '.'],
    [{ key: 'Enter', code: 'Enter' }, 'Enter'],
  ])('%o means %s', (press, letter) => {
    expect(letterOf(press)).toBe(letter)
  })
})

describe('content', () => {
  it.each([
    [{ type: 'location', latitude: 1, longitude: 2 }, 'location'],
    [{ type: 'contacts', contacts: [{ name: 'A', phones: [{ phone: '1' }] }] }, 'contacts'],
    [{ type: 'interactive', kind: 'button_reply', id: 'x', title: 'Yes' }, 'choice'],
    [{ type: 'order', items: [] }, 'unsupported'],
    [{ type: 'location' }, 'unsupported'],
    [{}, 'unsupported'],
  ])('%o is drawn as %s', (content, type) => {
    expect(readContent(content).type).toBe(type)
  })
})

describe('templates', () => {
  const template = { name: 'x', language: 'en', category: '', status: 'approved', body: 'Hi {{name}}, order {{2}}', parameters: ['name', '2'] }

  it('show what is missing', () => {
    expect(fillTemplate(template, { name: 'Anna' })).toBe('Hi Anna, order {{2}}')
  })

  it('take a value without its line breaks, as it is sent', () => {
    expect(fillTemplate(template, { name: ' Anna\n Maria ', 2: '{{name}}' })).toBe('Hi Anna Maria, order {{name}}')
  })

  it.each([
    ['1', { id: 'template-value', args: { n: 1 } }],
    ['order_number', 'order number'],
    ['header:image', { id: 'template-picture' }],
    ['header:1', { id: 'template-heading', args: { name: '1' } }],
    ['button:0:url', { id: 'template-link', args: { n: 1 } }],
    ['button:1:copy_code', { id: 'template-code', args: { n: 2 } }],
  ])('say what goes into %s', (name, said) => {
    expect(placeWords(name)).toEqual(said)
  })

  it('are not for everybody when they advertise', () => {
    const sale = { ...template, category: 'marketing' }

    expect([isUnwanted(sale, true), isUnwanted(sale, false), isUnwanted(template, false)]).toEqual([false, true, false])
    expect([kindWords(sale), kindWords({ ...sale, category: 'other' })]).toEqual([{ id: 'template-marketing' }, 'other'])
  })

  it('are found by name, language and text', () => {
    const polish = { ...template, name: 'powrot_sprawy', language: 'pl', body: 'Dzień dobry' }

    expect(findTemplates([template, polish], '')).toHaveLength(2)
    expect(findTemplates([template, polish], 'PL sprawy dzień')).toEqual([polish])
  })

  it('know the contact’s name', () => {
    expect(guessParameters(template, row('c1'))).toEqual({ name: 'Anna Kowalska', 2: '' })
  })
})

describe('ids', () => {
  it('are version 7 and sort by time', () => {
    const ids = [1_700_000_000_000, 1_700_000_000_001].map((time) => uuid7(time))

    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)
    expect([...ids].sort()).toEqual(ids)
  })

  it('grow within one millisecond, and over a clock set back', () => {
    const times = [1_700_000_000_500, 1_700_000_000_500, 1_700_000_000_100]
    const mint = minter(() => times.shift()!)

    const ids = [mint(), mint(), mint()]

    expect([...ids].sort()).toEqual(ids)
  })
})
