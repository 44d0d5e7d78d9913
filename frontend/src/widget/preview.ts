/** The administrator's preview: the form beside us says how we shall look, and nothing is sent anywhere. */
import { LANGUAGES, type Language } from '@/client-core/i18n'
import type { ContactInbox, ContactMessage } from '@/contact-client'
import { BLANK } from '@/contact-client/state'
import { isDark, showLook } from './looks'
import { state } from './runtime'
import { PREVIEW, type PreviewWish } from './wishes'
import { t, useLanguage } from './words'

export function listenForPreview(page: Window): void {
  page.addEventListener('message', (event) => {
    // Only a page of our own may say how we look.
    if (event.origin !== page.location.origin || event.source !== page.parent) return
    if ((event.data as Partial<PreviewWish> | null)?.clew === PREVIEW) void draw(event.data as PreviewWish)
  })
  page.parent.postMessage({ clew: `${PREVIEW}-ready` }, page.location.origin)
}

async function draw(wish: PreviewWish): Promise<void> {
  isDark.value = wish.isDark
  document.documentElement.dataset.theme = wish.isDark ? 'dark' : 'light'
  await useLanguage(LANGUAGES.find((one) => one === wish.language) ?? ('en' satisfies Language))
  const inbox: ContactInbox = {
    id: '',
    name: wish.name,
    languages: wish.languages,
    default_language: wish.languages[0] ?? 'en',
    appearance: wish.appearance,
    push_key: null,
    max_file_bytes: 25_000_000,
    only_verified: false,
    mails_answers: true,
    mails_links: true,
    at: new Date().toISOString(),
    expectation: { state: 'online', answer_by: null, words_key: 'answer-soon' },
  }
  state.value = { ...BLANK, inbox, phase: 'new', isLoaded: true, expectation: inbox.expectation, messages: sample() }
  showLook()
}

/** One message of each side, so that both colours are seen. */
function sample(): ContactMessage[] {
  const one = (id: string, direction: 'in' | 'out', text: string): ContactMessage => ({
    id,
    place: id === 'a' ? 1 : 2,
    seq: 1,
    direction,
    text,
    channel: 'webchat',
    attachments: [],
    reply_to: null,
    reactions: [],
    author: { kind: direction === 'in' ? 'contact' : 'agent', name: direction === 'in' ? null : 'Ana' },
    at: new Date().toISOString(),
    state: 'read',
    edited_at: null,
    deleted_at: null,
  })
  return [one('a', 'in', t('preview-question')), one('b', 'out', t('preview-answer'))]
}
