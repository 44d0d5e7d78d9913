import { describe, expect, it } from 'vitest'
import type { CannedReply } from '@/client-core/api.desk'
import { fill, holes, pieces, spokenName, suggest } from '@/client-core/canned'

const reply = (shortcut: string, more: Partial<CannedReply> = {}): CannedReply => ({
  id: shortcut, title: shortcut, shortcut, text: '', language: '', team_id: null, archived: false, ...more,
})

describe('variables of a canned reply', () => {
  it('are replaced by what is known, and stay open otherwise', () => {
    const text = fill('Hello {contact.first_name}, case {case.number}: {case.subject}', {
      'contact.first_name': 'Anna',
      'case.number': '4812',
      'case.subject': ' ',
    })

    expect(text).toBe('Hello Anna, case 4812: {case.subject}')
    expect(holes(text).map((hole) => text.slice(hole.from, hole.to))).toEqual(['{case.subject}'])
  })

  it('are never looked for in what stands in their place', () => {
    expect(fill('{contact.name}', { 'contact.name': '{agent.name}', 'agent.name': 'Olga' })).toBe('{agent.name}')
  })

  it('leave braces of other texts alone', () => {
    expect(holes('{order.id} {} {contact} { contact.name }')).toEqual([])
  })

  it('cut a text into pieces that make it up again', () => {
    const text = 'a{agent.name}{case.number}b'

    expect(pieces(text).map((piece) => piece.text).join('')).toBe(text)
    expect(pieces(text).filter((piece) => piece.isHole)).toHaveLength(2)
  })
})

describe('a name to speak to somebody by', () => {
  it('has a first word', () => {
    expect(spokenName(' Anna  Kowalska ')).toEqual({ name: 'Anna  Kowalska', first: 'Anna' })
  })

  it('is not a number or an address', () => {
    expect([spokenName('+48 601 222 333'), spokenName('anna@example.org'), spokenName('')]).toEqual([{}, {}, {}])
  })
})

describe('canned replies as one types', () => {
  const all = [
    reply('thanks', { title: 'Thank you' }),
    reply('refund', { title: 'Refund is on its way', text: 'thanks for waiting' }),
    reply('late', { title: 'Parcel is late', text: 'Żal nam' }),
    reply('old', { title: 'thanks', archived: true }),
  ]
  const found = (typed: string) => suggest(all, typed, 'en').map((one) => one.shortcut)

  it('come by shortcut first, then by title, then by what they say', () => {
    expect([found('thanks'), found('way'), found('')]).toEqual([['thanks', 'refund'], ['refund'], ['late', 'refund', 'thanks']])
  })

  it('are found without accents', () => {
    expect(found('zal')).toEqual(['late'])
  })

  it('come in the language asked for before others', () => {
    const two = [reply('hi', { id: 'pl', language: 'pl' }), reply('hi', { id: 'en', language: 'en' })]

    expect(suggest(two, 'hi', 'en').map((one) => one.id)).toEqual(['en', 'pl'])
  })
})
