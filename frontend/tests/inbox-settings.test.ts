import { describe, expect, it } from 'vitest'
import type { Setting } from '@/client-core/api.admin'
import type { Inbox } from '@/client-core/api.types'
import { bodyOf, groupsOf, isSwitch, madeUp, valuesOf, wordsOf } from '@/app/admin/inbox/settings'

const a = (name: string, more: Partial<Setting> = {}): Setting => ({
  name, label: name, help: '', kind: 'text', choices: [], example: '', default: '', group: '',
  is_secret: false, is_required: false, is_rare: false, is_made_up: false, ...more,
})
const SETTINGS = [
  a('rare', { group: 'more', is_rare: true }),
  a('smtp_host', { group: 'outgoing' }),
  a('address'),
  a('smtp_security', { group: 'outgoing', choices: ['tls', 'none'], default: 'tls' }),
  a('plus', { group: 'more', is_rare: true, choices: ['yes', 'no'], default: 'yes' }),
  a('password', { is_secret: true }),
]
const INBOX = { settings: { address: 'a@b.example', of_another_version: '1' } } as unknown as Inbox

describe('the form of an inbox', () => {
  it('asks for what every inbox needs first, and folds what few need', () => {
    const groups = groupsOf(SETTINGS)

    expect(groups.map((one) => one.key)).toEqual(['', 'outgoing', 'more'])
    expect(groups.map((one) => one.isRare)).toEqual([false, false, true])
  })

  it('begins with what is kept and what is usual, and never with a secret', () => {
    const values = valuesOf(SETTINGS, INBOX)

    expect(values.settings).toEqual({ rare: '', smtp_host: '', address: 'a@b.example', smtp_security: 'tls', plus: 'yes' })
    expect(values.secrets).toEqual({ password: '' })
  })

  it('sends what is filled in, and loses nothing that it does not know', () => {
    const values = valuesOf(SETTINGS, INBOX)
    values.settings.smtp_host = ' smtp.example.com '

    expect(bodyOf(values, INBOX)).toEqual({
      settings: { of_another_version: '1', address: 'a@b.example', smtp_host: 'smtp.example.com', smtp_security: 'tls', plus: 'yes' },
      secrets: {},
    })
  })

  it('knows a switch, the words of a setting, and how to make up a secret', () => {
    expect(SETTINGS.filter(isSwitch).map((one) => one.name)).toEqual(['plus'])
    expect(wordsOf('email', 'smtp_host')).toBe('setting-email-smtp-host')
    expect(madeUp()).toMatch(/^[a-zA-Z2-9]{24}$/u)
    expect(madeUp()).not.toBe(madeUp())
  })
})
