/**
 * Shows that an answer has come, and opens the conversation when it is chosen.
 *
 * The message holds no words, only that there is something; what the notification says was given
 * when the visitor agreed, in the address of this script. It caches nothing.
 */
declare const self: ServiceWorkerGlobalScope

const words = new URL(self.location.href).searchParams
const inbox = words.get('i') ?? ''
const page = `/widget/${inbox}`

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  event.waitUntil(
    self.registration.showNotification(words.get('title') || 'Clew', {
      body: words.get('body') ?? '',
      // One notification a conversation, however many answers.
      tag: `clew-${inbox}`,
      data: { page },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(show())
})

async function show(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const open = windows.find((one) => new URL(one.url).pathname === page)
  if (open) await open.focus()
  else await self.clients.openWindow(page)
}

export {}
