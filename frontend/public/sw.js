/*
 * The shell of the workspace while there is no network. Files with a hash in their name never
 * change, so they come from the cache; the page itself is asked for first and kept for a bad
 * day. Nothing of the API is ever kept here: what contacts said stays on the server.
 */
const CACHE = 'clew-shell-1'
const PAGE = '/'
const MOST_FILES = 400

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  const forgetOld = caches.keys().then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
  event.waitUntil(forgetOld.then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && !/^\/(api|simulation|widget|contact|hooks)(\/|$)/u.test(url.pathname)) event.respondWith(page(request))
  else if (/^\/assets\/[^/]+-[\w-]{6,}\.\w+$/u.test(url.pathname)) event.respondWith(asset(request))
})

async function page(request) {
  const cache = await caches.open(CACHE)
  try {
    const answer = await fetch(request)
    if (answer.ok && /text\/html/u.test(answer.headers.get('content-type') ?? '')) await cache.put(PAGE, answer.clone())
    return answer
  } catch (error) {
    const kept = await cache.match(PAGE)
    if (kept) return kept
    throw error
  }
}

async function asset(request) {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    await cache.put(request, answer.clone())
    const files = await cache.keys()
    if (files.length > MOST_FILES) await cache.delete(files.find((file) => file.url !== new URL(PAGE, self.location.href).href))
  }
  return answer
}
