// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { provideTimelineActs, type TimelineActs } from '@/app/timeline/acts'
import MailView from '@/app/timeline/MailContent.vue'
import { useLanguage } from '@/app/i18n'
import type { Attachment, MessageItem } from '@/client-core/api.types'
import { addressesIn, isAddress, mailParts, newSubject, personWords, readMail, senderMarks, wishesIn } from '@/client-core/mail'
import { doubtIn } from '@/client-core/mail-doubts'
import { isSet, withPictures } from '@/client-core/mail-pictures'
import { emptyMessage } from '../mock/blank'

const TEXT = 'Blue, please. 👍\n\n-- \nAna\n\nOn 8 June Shop wrote:\n> Which colour?'
const CONTENT = {
  type: 'mail',
  subject: 'Order 4711',
  reply: 'Blue, please. 👍',
  folds: [
    { kind: 'signature', start: 18, end: 26 },
    { kind: 'quote', start: 26, end: TEXT.length },
  ],
  has_html: true,
  has_remote: true,
  auto: 'none',
  from: [{ name: 'Ana', email: 'ana@example.com' }],
  to: [{ email: 'shop@example.org' }],
  cc: [{ name: 'Jan', email: 'jan@example.com' }],
}

function shown(content: Record<string, unknown> = CONTENT, text: string | null = TEXT, attachments: Attachment[] = []) {
  const item = { ...emptyMessage(), id: 'm1', text, content, attachments, author: { kind: 'contact', id: 'k', name: 'Ana' } } as MessageItem
  const acts = { pageOf: (one: MessageItem) => `/pages/${one.id}`, originalOf: (one: MessageItem) => `/originals/${one.id}` } as unknown as TimelineActs
  const around = defineComponent({
    setup() {
      provideTimelineActs(acts)
      return () => h(MailView, { item, mail: readMail(content)! })
    },
  })
  return mount(around)
}

const press = (view: ReturnType<typeof shown>, label: string) =>
  view.findAll('button').find((one) => one.text().includes(label))!.trigger('click')

beforeAll(() => useLanguage('en'))

describe('a mail', () => {
  it('is read from what its message carries, and nothing else is', () => {
    expect(readMail(CONTENT)).toMatchObject({ subject: 'Order 4711', hasHtml: true, hasRemote: true, isAutomatic: false })
    expect(readMail({ type: 'location' })).toBeNull()
    expect(readMail(null)).toBeNull()
    expect(readMail({ type: 'mail', folds: [{ kind: 'x', start: 0, end: 1 }, 5, null], to: 'y' })).toMatchObject({ folds: [], reply: '' })
  })

  it('is parted by its folds without losing a word', () => {
    const parts = mailParts(TEXT, readMail(CONTENT)!.folds)

    expect(parts.map((one) => one.kind)).toEqual([null, 'signature', 'quote'])
    expect(parts[2]!.text).toBe('On 8 June Shop wrote:\n> Which colour?')
    expect(parts.map((one) => one.text).join(' ').split(/\s+/u)).toEqual(TEXT.trim().split(/\s+/u))
  })

  it('shows its subject where it begins something', () => {
    expect(newSubject('Order 4711')).toBe('Order 4711')
    for (const answer of ['Re: x', 'AW: x', 'Odp: x', 'RE[2]: x', 'Ответ: x', '回复：x']) expect(newSubject(answer)).toBe('')
  })

  it('names people by name and address', () => {
    expect(personWords({ name: 'Ana', email: 'a@b.c' })).toBe('Ana <a@b.c>')
    expect(personWords({ name: '', email: 'a@b.c' })).toBe('a@b.c')
  })
})

describe('a mail in the timeline', () => {
  it('reads like a message: what is new, and no more', () => {
    const view = shown()

    expect(view.text()).toContain('Blue, please.')
    expect(view.text()).not.toContain('Which colour?')
    expect(view.find('iframe').exists()).toBe(false)
  })

  it('shows what was folded when asked', async () => {
    const view = shown()

    await press(view, 'Show quoted text')

    expect(view.text()).toContain('Which colour?')
    expect(view.find('[aria-label="Signature"]').text()).toContain('Ana')
    await press(view, 'Hide quoted text')
    expect(view.text()).not.toContain('Which colour?')
  })

  it('shows the mail as it was set in a frame that may do nothing', async () => {
    const view = shown()

    await press(view, 'Show the whole mail')

    const frame = view.get('iframe')
    expect(frame.attributes('src')).toBe('/pages/m1')
    expect(frame.attributes('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox')
    expect(frame.attributes('referrerpolicy')).toBe('no-referrer')
  })

  it('loads remote images only when asked', async () => {
    const view = shown()
    await press(view, 'Show the whole mail')

    await press(view, 'Load remote images')

    expect(view.get('iframe').attributes('src')).toBe('/pages/m1?remote=true')
    expect(view.text()).not.toContain('Load remote images')
  })

  it('names everybody who got it', async () => {
    const view = shown()

    await press(view, 'Details')

    expect(view.get('dl').text()).toContain('Jan <jan@example.com>')
    expect(view.get('dl').text()).toContain('shop@example.org')
  })

  it('is one quiet line if a machine wrote it', async () => {
    const view = shown({ ...CONTENT, auto: 'auto-reply', subject: 'Out of office' })

    expect(view.text()).toBe('Automatic mail: Out of office')
    await press(view, 'Automatic mail')
    expect(view.text()).toContain('Blue, please.')
  })

  it('says so if it has no text', () => {
    expect(shown({ type: 'mail', reply: '', folds: [] }, '').text()).toContain('This mail has no text.')
  })
})

describe('the readers of a letter', () => {
  it('are read as people type them', () => {
    expect(addressesIn('a@x.example; <b@x.example>,\n c@x.example')).toEqual(['a@x.example', 'b@x.example', 'c@x.example'])
  })

  it('are addresses or they are not', () => {
    expect(['ana@example.com', 'ána@példa.example', 'ana@example', 'ana', 'a b@example.com'].map(isAddress)).toEqual([true, true, false, false, false])
  })

  it('come back from a letter that could not be delivered', () => {
    const content = { type: 'letter', subject: 'Re: Order', from: [], to: [], cc: [{ email: 'jan@example.com', name: 'Jan' }], bcc: [] }

    expect(wishesIn(content)).toEqual({ subject: 'Re: Order', to: [], cc: ['jan@example.com'], bcc: [] })
  })

  it('are as usual in a draft that says nothing of them', () => {
    expect([wishesIn(null), wishesIn({}), wishesIn('x')]).toEqual([null, null, null])
  })
})

describe('who wrote a mail', () => {
  it('is said where it is not proved', () => {
    const proofs = [{}, { proof: 'none' }, { proof: 'forged', is_guest: true }, { proof: 'none', is_history: true }]

    expect(proofs.map((one) => senderMarks({ type: 'mail', ...one }))).toEqual([[], ['unproved'], ['guest', 'forged'], []])
  })

  it('is no matter of other messages', () => {
    expect([senderMarks(null), senderMarks({ type: 'text', proof: 'forged' })]).toEqual([[], []])
  })

  it('can be looked up in the mail as it was received', async () => {
    const mail = shown({ ...CONTENT, event_id: 7, proof: 'forged' })

    await mail.findAll('button').find((one) => one.text() === 'Details')!.trigger('click')

    expect(mail.findAll('a').map((one) => one.attributes('href'))).toEqual(['/originals/m1', '/originals/m1?download=true'])
    expect(mail.text()).toContain('kept apart from the contact')
  })
})

describe('a picture in the text', () => {
  const picture = { id: 'a', name: 'image001.png', media_type: 'image/png', state: 'ready', url: '/a', thumbnail_url: null, bytes: 9, width: 90, height: 30 } as Attachment

  it('stands where the program that wrote the mail says so', () => {
    expect(withPictures('See [cid:image001.png@01DAB58D.7A0B] here', [picture])).toEqual(['See ', picture, ' here'])
    expect(withPictures('[image: image001.png]', [picture])).toEqual([picture])
    expect(shown({ ...CONTENT, reply: 'See [image: image001.png]' }, TEXT, [picture]).findAll('img')).toHaveLength(1)
  })

  it('stands in the mail as it was set, if that names it', () => {
    const content = { inline: { 'image001.png@x': 'image001.png' } }

    expect([isSet(picture, content), isSet(picture, {}), isSet(picture, null), isSet({ ...picture, bytes: 9e6 }, content)]).toEqual([true, false, false, false])
  })

  it('stands there once, and other words in brackets stay', () => {
    const text = '[image: image001.png] [image: image001.png] [image: other.png]'

    expect(withPictures(text, [picture])).toEqual([picture, ' [image: image001.png] [image: other.png]'])
    expect(withPictures(text, [{ ...picture, state: 'pending' }])).toEqual([text])
  })
})

describe('before an answer', () => {
  const mail = (content: Record<string, unknown>, over: Partial<MessageItem> = {}) =>
    ({ ...emptyMessage(), kind: 'message', direction: 'in', case_id: 'c', content: { ...CONTENT, ...content }, ...over }) as MessageItem
  const doubts = (...items: MessageItem[]) => doubtIn(items, 'c', ['vera@example.com', 'jan@example.com'])

  it('the gravest doubt about the latest mail of the case is said', () => {
    const forged = mail({ proof: 'forged', is_guest: true })

    expect([doubts(), doubts(mail({})), doubts(mail({ proof: 'none' })), doubts(mail({ proof: 'none', is_guest: true })), doubts(forged)]).toEqual([null, null, 'unproved', 'guest', 'forged'])
    expect(doubts(forged, mail({}), mail({ proof: 'forged' }, { case_id: 'other' }), mail({}, { direction: 'out' }))).toBeNull()
    expect(doubts(forged, mail({ type: 'text' }))).toBeNull()
  })

  it('an answer that goes to another domain than the mail came from is noticed', () => {
    const elsewhere = [{ email: 'ana@evil.example' }]

    expect(doubtIn([mail({ reply_to: elsewhere })], 'c', ['ana@evil.example'])).toBe('elsewhere')
    expect(doubts(mail({ reply_to: elsewhere }))).toBeNull()
    expect(doubts(mail({ reply_to: [{ email: 'Jo@EXAMPLE.com' }, { email: 'vera@example.com' }] }))).toBeNull()
    expect(doubtIn([mail({ is_guest: true })], 'c', ['vera@example.com', 'ana@example.com'])).toBeNull()
  })
})

describe('a sealed mail', () => {
  it('says what hides it instead of its text', () => {
    const mail = shown({ ...CONTENT, reply: '[PGP encrypted]', folds: [], protection: 'pgp-encrypted' }, '[PGP encrypted]')

    expect(mail.text()).toContain('Encrypted (PGP): it cannot be read here.')
    expect(mail.text()).not.toContain('[PGP')
  })

  it('is read where it is only signed', () => {
    const mail = shown({ ...CONTENT, protection: 'smime-signed' })

    expect(mail.text()).toContain('Blue, please.')
    expect(mail.text()).toContain('Signed (S/MIME); the signature is not checked.')
  })
})
