/** Put the widget together: find out where we stand, whose inbox it is, and listen to the page around us. */
import { watch } from 'vue'
import { pickLanguage } from '@/client-core/i18n'
import { ContactClient } from '@/contact-client'
import { HELLO, type ToFrame } from './protocol'
import { nowhere, surroundings, type Surroundings } from './bridge'
import { isDark, lookOf, showLook } from './looks'
import { listenForPreview } from './preview'
import { asked, client, inboxId, isClosedToUs, isForgetful, isOffline, isOpen, isPreview, keep, now, place, state, useClient } from './runtime'
import { chooseLanguage, language, t, useLanguage } from './words'
import { chime } from './sound'

const UUID = /^\/widget\/([0-9a-f-]{36})\/?$/iu
const MINUTE = 60_000
/** A hidden page is given its minute hand once a minute; if that did not come for longer, the machine slept. */
const SLEEP = 3 * MINUTE

export async function start(page: Window & typeof globalThis): Promise<void> {
  const id = UUID.exec(page.location.pathname)?.[1]
  isDark.value = page.matchMedia('(prefers-color-scheme: dark)').matches
  if (page.location.pathname === '/confirm') {
    asked.value = page.location.hash.slice(1)
    showLook()
    await useLanguage(pickLanguage([...page.navigator.languages]))
    return
  }
  if (!id) {
    isPreview.value = true
    place.value = nowhere()
    await useLanguage('en')
    listenForPreview(page)
    return
  }
  inboxId.value = id
  place.value = await surroundings(page, id)
  const { kind } = place.value
  isOpen.value = place.value.isOpen || kind === 'window'
  useClient(new ContactClient({ inboxId: id, keep: keep(), language: () => language.value }))
  place.value.listen((message) => void hear(message))
  if (kind === 'window') page.addEventListener('storage', ({ key }) => void (key?.endsWith(`${id}:token`) && client().tokenChanged()))
  watchPage(page)
  watchState(page)
  await takeToken(page, place.value)
  void client().start()
  await firstWords(page, place.value)
}

/** Wait for the inbox a moment, so that the first words are in the right language and colour. */
async function firstWords(page: Window & typeof globalThis, around: Surroundings): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = watch(state, ({ inbox, phase }) => {
      if (inbox || phase === 'refused') resolve()
    }, { immediate: true })
    setTimeout(() => resolve(stop()), 1_500)
  })
  const inbox = state.value.inbox
  const wanted = [keep().get('language'), around.language, ...page.navigator.languages]
  await useLanguage(chooseLanguage(wanted, inbox?.languages ?? ['en', 'pl', 'ru', 'hu'], inbox?.default_language ?? 'en'))
  showLook()
  around.post({ t: 'event', name: 'ready' })
  if (keep().get('open') && keep().get('token') && page.screen.width > 520) around.post({ t: 'open' })
}

async function hear(message: ToFrame): Promise<void> {
  if (message.t === 'open') {
    isOpen.value = true
    void client().refresh()
    if (keep().get('token')) keep().set('open', '1')
    if (message.isByPerson) window.dispatchEvent(new Event('clew-focus'))
  } else if (message.t === 'close') {
    isOpen.value = false
    keep().set('open', null)
  } else if (message.t === 'identify') {
    await client().begin({ token: message.token }).catch(() => place.value?.post({ t: 'event', name: 'token-needed' }))
  } else if (message.t === 'reset') await client().signOut()
  else if (message.key !== 'token') return
  else if (message.t === 'lost') isForgetful.value = true
  else {
    if (keep().get('token') === message.value) return
    place.value!.keep.set('token', message.value)
    client().tokenChanged()
  }
}

function watchPage(page: Window & typeof globalThis): void {
  const seen = () => client().look(isOpen.value && page.document.visibilityState === 'visible')
  watch(isOpen, seen, { immediate: true })
  let ticked = Date.now()
  const tick = () => {
    const hasSlept = Math.abs(Date.now() - ticked) > SLEEP
    ticked = Date.now()
    now.value = ticked + state.value.skew
    if (hasSlept) client().hurry(true)
    return hasSlept
  }
  page.document.addEventListener('visibilitychange', () => {
    seen()
    if (page.document.visibilityState === 'visible' && !tick()) client().hurry()
  })
  page.addEventListener('online', () => {
    isOffline.value = false
    client().hurry()
  })
  page.addEventListener('offline', () => {
    isOffline.value = true
    client().interrupt()
  })
  isOffline.value = !page.navigator.onLine
  page.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => (isDark.value = event.matches))
  setInterval(tick, MINUTE / 2)
  watch(() => state.value.skew, tick, { immediate: true })
  watch([isDark, language, () => state.value.inbox], () => showLook())
}

/** Tell the loader what its page may want to know. */
function watchState(page: Window & typeof globalThis): void {
  let newest = Number.POSITIVE_INFINITY
  const post: Surroundings['post'] = (message) => place.value!.post(message)
  watch(() => state.value.unread, (count) => post({ t: 'unread', count, words: count ? t('unread', { n: count }) : '' }))
  watch(() => state.value.visitor?.assurance, (assurance, before) => {
    post({ t: 'event', name: 'identity', data: assurance ?? null })
    // Whom the site vouched for, it may vouch for again.
    if (before === 'verified' && !assurance) post({ t: 'event', name: 'token-needed' })
  })
  watch(() => isOpen.value && isClosedToUs.value && state.value.phase === 'new', (isAsked) => {
    if (isAsked) post({ t: 'event', name: 'token-needed' })
  })
  watch(() => state.value.messages, (messages) => {
    const last = messages.at(-1)
    const isNew = !!last && last.direction === 'out' && last.place > newest
    newest = Math.max(last?.place ?? 0, Number.isFinite(newest) ? newest : 0)
    if (!isNew) return
    post({ t: 'event', name: 'message', data: { direction: 'out' } })
    if (keep().get('sound')) chime()
  })
  watch(() => [lookOf().title, state.value.unread] as const, ([title, unread]) => {
    page.document.title = unread ? `(${unread}) ${title}` : title
  })
}

/**
 * A window that the framed widget opened asks it who we are: what a frame keeps, its own window
 * cannot read. Both are of our origin, and neither tells anybody else.
 */
async function takeToken(page: Window & typeof globalThis, around: Surroundings): Promise<void> {
  const { origin } = page.location
  page.addEventListener('message', (event) => {
    if (event.origin !== origin || event.data?.clew !== `${HELLO}-ask` || event.data.inbox !== inboxId.value) return
    const answer = { clew: `${HELLO}-tell`, token: keep().get('token') }
    ;(event.source as Window | null)?.postMessage(answer, origin)
  })
  const opener = page.opener as Window | null
  if (around.kind !== 'window' || !opener || around.keep.get('token')) return
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 700)
    page.addEventListener('message', (event) => {
      if (event.origin !== origin || event.source !== opener || event.data?.clew !== `${HELLO}-tell`) return
      if (typeof event.data.token === 'string') around.keep.set('token', event.data.token)
      resolve()
    })
    opener.postMessage({ clew: `${HELLO}-ask`, inbox: inboxId.value }, origin)
  })
}
