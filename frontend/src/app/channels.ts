/** Names of channels as people write them; some are words, and differ by language. */
import { channelName as brandOf } from '@/client-core/channels'
import { msg } from '@/client-core/time'
import { t } from './i18n'

const WORDS: Record<string, string> = { webchat: msg('channel-webchat'), email: msg('channel-email'), voice: msg('channel-voice') }

export function channelName(key: string): string {
  const word = WORDS[key]
  return word ? t(word) : brandOf(key)
}
