import { describe, expect, it } from 'vitest'
import { Http } from '@/client-core/http'
import { createPeopleApi, inForce, type Consent } from '@/client-core/people'

const word = (id: string, channel: string, isGiven: boolean): Consent => ({
  id,
  purpose: 'marketing',
  channel,
  is_given: isGiven,
  how: 'on the phone',
  at: '2026-07-06T08:00:00Z',
  by: 'Olga',
})

describe('consents', () => {
  it('shows the latest word, per channel, of a list that begins with the latest', () => {
    const words = [word('3', '', false), word('2', 'email', true), word('1', '', true)]

    expect(inForce(words, 'marketing').map((one) => one.id)).toEqual(['3', '2'])
    expect(inForce(words, 'surveys')).toEqual([])
  })
})

describe('details', () => {
  it('are asked for by names of any letters', async () => {
    const asked: string[] = []
    const http = new Http({
      fetch: (address) => {
        asked.push(new URL(String(address), 'http://clew.test').pathname)
        return Promise.resolve(new Response('{"value":"x"}', { headers: { 'content-type': 'application/json' } }))
      },
    })

    await createPeopleApi(http).showField('c1', 'Número / №?')

    expect(asked).toEqual(['/api/v1/contacts/c1/fields/N%C3%BAmero%20%2F%20%E2%84%96%3F'])
  })
})
