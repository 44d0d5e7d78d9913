// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'
import ReplyTarget from '@/app/composer/ReplyTarget.vue'
import { useLanguage } from '@/app/i18n'
import { clock, iso } from '@/app/runtime'
import type { ReplyInbox } from '@/client-core/api.types'
import { aWay } from './fakes'

const HOUR = 3_600_000

const a = (channel: string, more: Partial<ReplyInbox> = {}): ReplyInbox => aWay(channel, { is_default: true, ...more })

const said = (chosen: ReplyInbox, isAway = false): string =>
  mount(ReplyTarget, { props: { inboxes: [chosen], chosen, isAway } }).get('.target .truncate').text()

describe('where the reply goes', () => {
  beforeAll(() => useLanguage('en'))

  it.each([
    ['mailed', 'Web chat · not here now, a copy goes by email'],
    ['pushed', 'Web chat · not here now, a notification goes out'],
    ['waits', 'Web chat · not here now, waits until they come back'],
  ] as const)('says what becomes of an answer to a visitor who has left: %s', (reaches, line) => {
    expect(said(a('webchat', { reaches }), true)).toBe(line)
    expect(said(a('webchat', { reaches }))).toBe('Web chat')
  })

  it('says nothing of the chat for those who write elsewhere', () => {
    expect(said(a('email'), true)).toBe('Email')
  })

  it('says when our words were last read, and how long free text goes', () => {
    const at = clock.now()
    const chosen = a('whatsapp', { window_closes_at: iso(at + 23.5 * HOUR), last_read_at: iso(at - 3.5 * HOUR) })

    expect(said(chosen)).toBe('WhatsApp · window open 23 h · last read 3 hours ago')
  })

  it('says no more than why, where nothing can be sent', () => {
    const barred = a('webchat', { can_send: false, reason: 'no_address', reaches: 'waits', last_read_at: iso(clock.now() - HOUR) })

    expect(said(barred, true)).not.toMatch(/read|back/)
  })
})
