/** What the whole page shares below the screens: the clock, the door to the server, the API. */
import { ref, shallowReactive } from 'vue'
import { createApi } from '@/client-core/api'
import { ServerClock } from '@/client-core/clock'
import { Http } from '@/client-core/http'
import { EntityStore } from '@/client-core/store'
import { minter } from '@/client-core/uuid'

export const clock = new ServerClock()

const signedOut = new Set<() => void>()

export const http = new Http({
  fetch: (...args) => globalThis.fetch(...args),
  onSignedOut: () => signedOut.forEach((tell) => tell()),
})

export const api = createApi(http)

/** Be told when the server says that nobody is signed in any more. */
export function onSignedOut(tell: () => void): void {
  signedOut.add(tell)
}

export const store = new EntityStore(<K, V>() => shallowReactive(new Map<K, V>()))

/** The server's time as a value that screens can depend on; moves every ten seconds. */
export const now = ref(clock.now())

export function tick(): void {
  now.value = clock.now()
}

setInterval(tick, 10_000)

/** Learn the server's time; a moved clock shows at once. */
export function learnTime(instant: string): void {
  if (clock.learn(instant)) tick()
}

export const newId = minter(Date.now)

export const iso = (at: number): string => new Date(at).toISOString()
