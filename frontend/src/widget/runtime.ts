/** What all parts of the widget have at hand: the client, its state, and where we stand. */
import { computed, ref, shallowRef, triggerRef } from 'vue'
import { ContactClient, type ContactState, type Keep } from '@/contact-client'
import { BLANK } from '@/contact-client/state'
import type { Surroundings } from './bridge'

export const state = shallowRef<ContactState>(BLANK)
export const place = shallowRef<Surroundings | null>(null)
export const inboxId = ref('')
export const isOpen = ref(false)
export const isOffline = ref(false)
export const isPreview = ref(false)
/** What the one-time link says by which somebody is asked to confirm an address; no chat is behind it. */
export const asked = ref<string | null>(null)
/** The minute hand, for words about time. */
export const now = ref(Date.now())
/** Nobody may write now: not from this page, or not without the site's word for them. */
export const isClosedToUs = computed(
  () => state.value.phase === 'refused' || (state.value.phase === 'new' && !!state.value.inbox?.only_verified),
)
export const isFramed = computed(() => place.value?.kind === 'frame' || isPreview.value)

let contact: ContactClient | null = null

export const client = (): ContactClient => contact!
export const keep = (): Keep => place.value!.keep

export function useClient(made: ContactClient): void {
  contact = made
  made.subscribe((next) => {
    state.value = next
    triggerRef(state)
  })
}

export const texts = (language: string) => {
  const inbox = state.value.inbox
  if (!inbox) return {}
  const { texts: all } = inbox.appearance
  return { ...all[inbox.default_language], ...all[language] }
}
