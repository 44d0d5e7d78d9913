/** What all parts of the widget have at hand: the client, its state, and where we stand. */
import { computed, ref, shallowRef, triggerRef } from 'vue'
import { ContactClient, type ContactInbox, type ContactState, type Keep, type WidgetTexts } from '@/contact-client'
import { BLANK } from '@/contact-client/state'
import type { Surroundings } from './bridge'

export const state = shallowRef<ContactState>(BLANK)
export const place = shallowRef<Surroundings | null>(null)
export const inboxId = ref('')
export const isOpen = ref(false)
export const isOffline = ref(false)
export const isPreview = ref(false)
/** The browser keeps no token for us: whoever closes the page is a stranger when they come back. */
export const isForgetful = ref(false)
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

/**
 * What the inbox says of itself in a language. A title is a name and good in any; but who would be greeted
 * in words that are not theirs: where the inbox has none in the language, the catalogue does.
 */
export function textsOf(inbox: ContactInbox, language: string): WidgetTexts {
  const { [inbox.default_language]: first, [language]: own } = inbox.appearance.texts
  return { title: first?.title, ...own }
}

export const texts = (language: string): WidgetTexts => (state.value.inbox ? textsOf(state.value.inbox, language) : {})
