/**
 * What the main button of the composer does: as somebody last chose for cases of that kind. Pure.
 *
 * A kind is a team and a manner of talking: who ends most chats with their answer may park most
 * letters.
 */
import type { ChannelKey, Id, Preferences, SendAction } from './api.types'

/** So many kinds are remembered: all preferences together are kept in 16,384 characters. */
export const MOST_KINDS = 40

const ACTIONS = new Set<unknown>(['send', 'park', 'done'])
const MANNERS: Partial<Record<ChannelKey, string>> = { webchat: 'chat', email: 'letters' }

/** The kind of a case that is answered by a channel. */
export function kindOf(teamId: Id | null, channel: ChannelKey): string {
  return `${teamId ?? ''}/${MANNERS[channel] ?? 'messages'}`
}

/** As it was last chosen for a kind; where nobody has, as it was before kinds were told apart. */
export function mainAction(preferences: Preferences, kind: string): SendAction {
  return chosen(preferences).find(([one]) => one === kind)?.[1] ?? preferences.main_action ?? 'send'
}

/** Preferences that remember a choice; of too many kinds, those that were chosen for last. */
export function withMainAction(preferences: Preferences, kind: string, action: SendAction): Pick<Preferences, 'main_actions'> {
  const others = chosen(preferences).filter(([one]) => one !== kind)
  return { main_actions: [[kind, action] as [string, SendAction], ...others].slice(0, MOST_KINDS) }
}

/** Whatever is kept may have been written by anybody. */
function chosen({ main_actions }: Preferences): [string, SendAction][] {
  const kept: unknown[] = Array.isArray(main_actions) ? main_actions : []
  return kept.filter((one): one is [string, SendAction] => Array.isArray(one) && typeof one[0] === 'string' && ACTIONS.has(one[1]))
}
