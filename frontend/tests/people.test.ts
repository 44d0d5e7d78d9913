// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { canAsk } from '@/app/people/acts'
import { Http } from '@/client-core/http'
import { createPeopleApi, inForce, type Consent, type KnownIdentity } from '@/client-core/people'

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

describe('asking who somebody is', () => {
  const identity = (kind: string, channel = 'whatsapp', failed: string | null = null) =>
    ({ id: kind + channel, kind, channel, confidence: 'likely', failed_at: failed }) as KnownIdentity
  const asked = (...identities: KnownIdentity[]) =>
    identities.filter((one) => canAsk({ identities, claims: [] }, one)).map((one) => one.id)

  it('asks an account once, whatever ids the channel has beside its number', () => {
    expect(asked(identity('bsuid'), identity('phone'), identity('parent_bsuid'))).toEqual(['phonewhatsapp'])
    expect(asked(identity('parent_bsuid'), identity('bsuid'))).toEqual(['bsuidwhatsapp'])
  })

  it('asks each channel, and an id where nothing arrives at the number', () => {
    expect(asked(identity('bsuid'), identity('email', 'email'))).toEqual(['bsuidwhatsapp', 'emailemail'])
    expect(asked(identity('phone', 'whatsapp', '2026-07-06T08:00:00Z'), identity('bsuid'))).toEqual(['bsuidwhatsapp'])
  })
})
