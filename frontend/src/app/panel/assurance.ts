/** How sure we are who writes, in three words; the server says which. */
import type { Assurance } from '@/client-core/api.types'
import type { Confidence } from '@/client-core/people'
import { msg } from '@/client-core/time'

export interface Said {
  words: string
  about: string
  tone: 'ok' | 'warn' | 'plain'
}

export const SURE: Record<Confidence, Said> = {
  confirmed: { words: msg('assurance-confirmed'), about: msg('assurance-confirmed-about'), tone: 'ok' },
  likely: { words: msg('assurance-likely'), about: msg('assurance-likely-about'), tone: 'plain' },
  not_identified: { words: msg('assurance-none'), about: msg('assurance-none-about'), tone: 'warn' },
}
/** Mails say who wrote them, and anybody can say so: then it counts whether a server vouches for it. */
const MAIL: Partial<Record<Assurance, Said>> = {
  channel: { ...SURE.likely, about: msg('assurance-mail-about') },
  claimed: { ...SURE.not_identified, about: msg('assurance-mail-unproved-about') },
}
const ORDER: Assurance[] = ['verified', 'channel', 'claimed']

/** How sure a contact's addresses make us, by the best of them; null before that is known. */
export function sureOf(contact: { confidence?: Confidence; identities: readonly { channel: string; assurance: Assurance }[] } | null | undefined): Said | null {
  if (!contact?.confidence) return null
  if (contact.confidence !== 'likely') return SURE[contact.confidence]
  const best = ORDER.map((level) => contact.identities.find((one) => one.assurance === level)).find(Boolean)
  return (best?.channel === 'email' && MAIL[best.assurance]) || SURE.likely
}
