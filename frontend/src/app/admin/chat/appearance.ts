/** A web chat inbox's settings as a form shows them, and back; and what a site has to paste. Pure. */
import { LANGUAGES, type Language } from '@/client-core/i18n'
import type { Appearance } from '@/contact-client'

export const COLOURS = ['#1f6f5c', '#1d4f91', '#5b3a8e', '#8a2d3b', '#8a5200', '#30343b'] as const
export const TEXTS = ['title', 'greeting', 'launcher'] as const
export type TextName = (typeof TEXTS)[number]

export interface ChatForm {
  name: string
  team_id: string
  /** One origin a line. */
  allowed_sites: string
  /** The preferred one first. */
  languages: Language[]
  colour: string
  position: 'left' | 'right'
  launcher: 'bubble' | 'label' | 'none'
  texts: Record<Language, Record<TextName, string>>
  mails_answers: boolean
  only_verified: boolean
  identity_secret: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const words = (value: unknown): string[] => text(value).split(/[\s,]+/u).filter(Boolean)

export function formOf(name: string, teamId: string | null, settings: Record<string, unknown>): ChatForm {
  const spoken = words(settings.languages).filter((one): one is Language => (LANGUAGES as readonly string[]).includes(one))
  const launcher = text(settings.launcher)
  return {
    name,
    team_id: teamId ?? '',
    allowed_sites: words(settings.allowed_sites).join('\n'),
    languages: spoken.length > 0 ? [...new Set(spoken)] : [...LANGUAGES],
    colour: /^#[0-9a-f]{6}$/iu.test(text(settings.colour)) ? text(settings.colour) : COLOURS[0],
    position: settings.position === 'left' ? 'left' : 'right',
    launcher: launcher === 'label' || launcher === 'none' ? launcher : 'bubble',
    texts: Object.fromEntries(
      LANGUAGES.map((code) => [code, Object.fromEntries(TEXTS.map((one) => [one, text(settings[`${one}_${code}`])]))]),
    ) as ChatForm['texts'],
    mails_answers: settings.mails_answers !== 'no',
    only_verified: settings.only_verified === 'yes',
    identity_secret: '',
  }
}

/** The settings as the server takes them: what the form does not know stays as it was. */
export function settingsOf(form: ChatForm, before: Record<string, unknown>): Record<string, string> {
  const kept = Object.entries(before).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const texts = LANGUAGES.flatMap((code) => TEXTS.map((one) => [`${one}_${code}`, form.texts[code][one].trim()] as const))
  const all = Object.fromEntries([
    ...kept,
    ['allowed_sites', words(form.allowed_sites).join(' ')],
    ['languages', form.languages.join(' ')],
    ['colour', form.colour],
    ['position', form.position],
    ['launcher', form.launcher],
    ['mails_answers', form.mails_answers ? 'yes' : 'no'],
    ['only_verified', form.only_verified ? 'yes' : 'no'],
    ...texts,
  ]) as Record<string, string>
  // An empty text is none: the window's own words are said.
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

export function appearanceOf(form: ChatForm): Appearance {
  const texts = Object.fromEntries(
    form.languages.map((code) => [code, Object.fromEntries(Object.entries(form.texts[code]).filter(([, said]) => said.trim()))]),
  )
  return { colour: form.colour, position: form.position, launcher: form.launcher, texts }
}

/** The one tag for the host's pages. Colour and side are in it, so that the button is there before anything else has loaded. */
export function snippetOf(origin: string, inboxId: string, form: ChatForm): string {
  const side = form.position === 'left' ? ' data-position="left"' : ''
  const launcher = form.launcher === 'bubble' ? '' : ` data-launcher="${form.launcher}"`
  return `<script async src="${origin}/widget.js" data-inbox="${inboxId}" data-colour="${form.colour}"${side}${launcher}></script>`
}

/** What a strict policy of the host needs to say besides. */
export const policyOf = (origin: string): string => `script-src ${origin}; frame-src ${origin}`
