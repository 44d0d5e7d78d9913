/** Saying that two are one person, or are not: done at once, said, and undone while it is still fresh. */
import type { Id } from '@/client-core/api.types'
import { Problem } from '@/client-core/http'
import type { KnownIdentity, Person } from '@/client-core/people'
import { msg } from '@/client-core/time'
import { t, useI18n } from '../i18n'
import { newId } from '../runtime'
import { complain } from '../stores/actions'
import { useUi } from '../stores/ui'
import { people } from './api'

export const REASONS: Record<string, string> = {
  same_verified: msg('because-same-verified'),
  same_phone: msg('because-same-phone'),
  same_email: msg('because-same-email'),
  same_phone_claimed: msg('because-same-phone-claimed'),
  same_email_claimed: msg('because-same-email-claimed'),
  same_account: msg('because-same-account'),
}

/** Why two may be one, in words. */
export function because(reason: string, shown: string): string {
  return t(REASONS[reason] ?? REASONS.same_account!, { address: shown, known: shown ? 'yes' : 'no' })
}

/** Join two; the first one stays. Raises the refusal, because the dialog shows it. */
export async function join(kept: Id, other: { id: Id; name: string }, reason: string): Promise<void> {
  const { merge_id: mergeId } = await people.merge(kept, other.id, reason, newId())
  useUi().say(t('joined-done', { name: other.name }), { undo: async () => void (await part(kept, mergeId)) })
}

export async function part(contact: Id, merge: Id): Promise<boolean> {
  try {
    await people.undoMerge(contact, merge)
    useUi().say(t('parted-done'))
    return true
  } catch (error) {
    complain(error)
    return false
  }
}

export async function dismiss(contact: Id, other: { id: Id; name: string }): Promise<boolean> {
  try {
    await people.dismiss(contact, other.id)
    useUi().say(t('dismissed-done', { name: other.name }), {
      undo: async () => {
        try {
          await people.suggestAgain(contact, other.id)
        } catch (error) {
          complain(error)
        }
      },
    })
    return true
  } catch (error) {
    complain(error)
    return false
  }
}

/** How people know an account best: by what they can read, then by its own id, then by one of several. */
function rank(kind: string): number {
  if (kind === 'phone' || kind === 'email' || kind === 'visitor') return 0
  return kind.startsWith('parent_') ? 2 : 1
}

/**
 * Whether somebody can be asked to confirm this: of a visitor it is the address they gave. The ids
 * that a channel has beside a number are the same account, which is asked once.
 */
export function canAsk(person: Pick<Person, 'claims' | 'identities'>, one: KnownIdentity): boolean {
  if (one.confidence === 'confirmed' || one.failed_at) return false
  if (one.kind === 'visitor') return person.claims.some((claim) => claim.kind === 'email')
  return !person.identities.some((other) => other.channel === one.channel && !other.failed_at && rank(other.kind) < rank(one.kind))
}

/** What is sent to confirm it, in words for a button. */
export const askWords = (one: KnownIdentity): string => (one.kind === 'visitor' ? msg('ask-code') : msg('ask-link'))

export async function askToConfirm(person: Person, one: KnownIdentity): Promise<boolean> {
  try {
    const { is_code: isCode } = await people.askToConfirm(person.id, one.id, useI18n().language.value)
    const claimed = person.claims.find((claim) => claim.kind === 'email')?.address ?? ''
    const address = isCode ? claimed : one.display || one.address
    useUi().say(t(isCode ? msg('ask-code-sent') : msg('ask-link-sent'), { address }))
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'too_many_requests') useUi().say(t('ask-enough'), { tone: 'danger' })
    else complain(error)
    return false
  }
}
