/**
 * Push messages: asked for only in a window of our own, because browsers allow them nowhere else,
 * and only after the visitor has said yes to us.
 */
import type { PushSubscriptionKeys } from '@/contact-client'

export interface PushWords {
  /** The inbox's name. */
  title: string
  body: string
}

/** Whether this browser can be asked at all, here. */
export function canPush(page: Window & typeof globalThis): boolean {
  return page.parent === page && 'serviceWorker' in page.navigator && 'PushManager' in page && 'Notification' in page && page.Notification.permission !== 'denied'
}

/** Ask the browser. Returns what the server needs, or null if the visitor said no. */
export async function subscribe(inboxId: string, key: string, words: PushWords): Promise<PushSubscriptionKeys | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  // What the notification says goes along in the address: the message itself carries no words.
  const query = new URLSearchParams({ i: inboxId, title: words.title, body: words.body })
  const registration = await navigator.serviceWorker.register(`/widget/push.js?${query}`, { scope: `/widget/${inboxId}` })
  await ready(registration)
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: decoded(key) })
  const { endpoint, keys } = subscription.toJSON() as { endpoint: string; keys: { p256dh: string; auth: string } }
  return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }
}

/** Stop it on this device, whatever the server knows. */
export async function unsubscribe(inboxId: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(`/widget/${inboxId}`)
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
  await registration?.unregister()
}

function ready(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting
  if (registration.active || !worker) return Promise.resolve()
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => worker.state === 'activated' && resolve())
  })
}

/** base64url, as RFC 8292 writes keys. */
function decoded(key: string): Uint8Array<ArrayBuffer> {
  const text = atob(key.replace(/-/gu, '+').replace(/_/gu, '/'))
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
