import { describe, expect, it } from 'vitest'
import { freeWay, heldFor, isUsable, lastReadAt, movedTo, settledAt, usualWay, wayOf } from '@/client-core/ways'
import { aWay as a } from './fakes'

const NOON = Date.parse('2026-11-22T12:00:00Z')

describe('the way an answer goes', () => {
  const ways = [a('chat', { is_default: true, last_inbound_at: new Date(NOON).toISOString() }), a('mail')]

  it('is the chosen one, else where the contact last wrote, else one that works', () => {
    expect(wayOf(ways, 'mail')?.id).toBe('mail')
    expect(wayOf(ways, null)?.id).toBe('chat')
    expect(wayOf([a('x', { can_send: false }), a('y')], null)?.id).toBe('y')
    expect(wayOf([], 'mail')).toBeNull()
  })

  it('stays when the contact writes elsewhere, and the writer is asked once', () => {
    const settled = usualWay([a('chat'), a('mail', { is_default: true })])!.id

    expect(movedTo(ways, wayOf(ways, 'mail'), settled)?.id).toBe('chat')
    expect(movedTo(ways, wayOf(ways, 'mail'), 'chat')).toBeNull()
    expect(movedTo(ways, wayOf(ways, 'chat'), 'mail')).toBeNull()
  })

  it('is not asked about where nothing can be sent', () => {
    const closed = [a('chat', { is_default: true, can_send: false }), a('mail')]

    expect(movedTo(closed, closed[1]!, 'mail')).toBeNull()
    expect(isUsable(a('wa', { can_send: false, template_required: true }))).toBe(true)
  })

  it('says how long an answer can be taken back', () => {
    const chat = a('chat', { channel: 'webchat' })

    expect([heldFor(10, chat, true), heldFor(10, chat, false), heldFor(10, a('mail', { channel: 'email' }), true), heldFor(10, null, true)]).toEqual([0, 10, 10, 10])
  })

  it('is another one where words are taken, for what did not arrive', () => {
    const barred = a('wa', { can_send: false, template_required: true })

    expect(freeWay([barred, ...ways], 'chat')?.id).toBe('mail')
    expect(freeWay([barred, a('mail')], 'mail')).toBeNull()
  })

  it('was read last at some time, unless they have written there since', () => {
    const [earlier, later] = [new Date(NOON - 1).toISOString(), new Date(NOON).toISOString()]

    expect(lastReadAt(a('wa', { last_inbound_at: earlier, last_read_at: later }))).toBe(NOON)
    expect(lastReadAt(a('wa', { last_inbound_at: later, last_read_at: earlier }))).toBeNull()
    expect(lastReadAt(a('mail'))).toBeNull()
  })

  it('is asked about when a draft is older than what the contact wrote since', () => {
    const mail = wayOf(ways, 'mail')

    expect(settledAt(ways, mail, NOON - 1)).toBe('mail')
    expect(settledAt(ways, mail, NOON + 1)).toBe('chat')
    expect(settledAt(ways, mail, null)).toBe('chat')
  })
})
