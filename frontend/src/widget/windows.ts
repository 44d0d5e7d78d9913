/** The same conversation in a window of its own, and what only such a window may do. */
import { subscribe } from './push'
import { client, inboxId, state, texts } from './runtime'
import { explain } from './say'
import { language, t } from './words'

/** Not `noopener`: the new window asks this one for the token, see `takeToken`. */
export function openWindow(): void {
  window.open(`/widget/${inboxId.value}`, `clew-${inboxId.value}`, 'popup,width=440,height=720')
}

/** Save everything that was said as a file. */
export async function saveCopy(): Promise<void> {
  const url = URL.createObjectURL(await client().transcript())
  const link = document.createElement('a')
  link.href = url
  link.download = `${t('transcript-name')}.html`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Ask the browser for push messages. Returns what went wrong in words, or null. */
export async function askForPush(): Promise<string | null> {
  const { inbox } = state.value
  if (!inbox?.push_key) return t('notify-refused')
  const title = texts(language.value).title || inbox.name
  try {
    const keys = await subscribe(inbox.id, inbox.push_key, { title, body: t('push-body') })
    if (!keys) return t('notify-refused')
    await client().subscribeToPush(keys)
    return null
  } catch (error) {
    return error instanceof DOMException ? t('notify-refused') : explain(error)
  }
}
