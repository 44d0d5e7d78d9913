/** Saying that two are one person, or are not: done at once, said, and undone while it is still fresh. */
import type { Id } from '@/client-core/api.types'
import { msg } from '@/client-core/time'
import { t } from '../i18n'
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
