/** How sure we are who writes, in three words. */
import type { Assurance, Identity } from '@/client-core/api.types'
import { msg } from '@/client-core/time'

interface Said {
  words: string
  about: string
  tone: 'ok' | 'warn' | 'plain'
}

const SAID: Record<Assurance, Said> = {
  verified: { words: msg('assurance-confirmed'), about: msg('assurance-confirmed-about'), tone: 'ok' },
  channel: { words: msg('assurance-channel'), about: msg('assurance-channel-about'), tone: 'ok' },
  claimed: { words: msg('assurance-likely'), about: msg('assurance-likely-about'), tone: 'warn' },
}
const NONE: Said = { words: msg('assurance-none'), about: msg('assurance-none-about'), tone: 'plain' }
const MAIL: Partial<Record<Assurance, Said>> = {
  channel: { words: msg('assurance-channel'), about: msg('assurance-mail-about'), tone: 'ok' },
  claimed: { words: msg('assurance-mail-unproved'), about: msg('assurance-mail-unproved-about'), tone: 'warn' },
}
const ORDER: Assurance[] = ['verified', 'channel', 'claimed']

/** The best assurance of any identity. */
export function assuranceOf(identities: readonly Identity[]): Said {
  const best = ORDER.map((level) => identities.find((one) => one.assurance === level)).find(Boolean)
  if (!best) return NONE
  return (best.channel === 'email' && MAIL[best.assurance]) || SAID[best.assurance]
}
