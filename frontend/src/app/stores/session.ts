/** Who is signed in, and how they like their workspace. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Agent, Availability, Me, Preferences } from '@/client-core/api.types'
import { pickLanguage } from '@/client-core/i18n'
import { Problem } from '@/client-core/http'
import type { Viewer } from '@/client-core/places'
import { preferredLanguage, useLanguage } from '../i18n'
import { applyLook } from '../look'
import { api, http, learnTime, onSignedOut, store } from '../runtime'

export type SessionState = 'unknown' | 'in' | 'out' | 'over' | 'unreachable'

export const useSession = defineStore('session', () => {
  const state = ref<SessionState>('unknown')
  const me = shallowRef<Me | null>(null)
  const agent = computed<Agent | null>(() => {
    const mine = me.value?.agent
    return mine ? (store.agents.get(mine.id) ?? mine) : null
  })
  const preferences = computed<Preferences>(() => me.value?.preferences ?? {})
  const viewer = computed<Viewer>(() => agent.value ?? { id: '', role: 'agent', team_ids: [] })
  const isLead = computed(() => agent.value?.role === 'admin' || agent.value?.role === 'supervisor')
  const isAdmin = computed(() => agent.value?.role === 'admin')

  onSignedOut(() => {
    // The page stays as it is, drafts and all; a dialog asks to sign in again.
    if (state.value === 'in') state.value = 'over'
  })

  /** One question for all that were refused together. */
  let renewing: Promise<boolean> | null = null
  http.renewToken = () => (renewing ??= renewToken().finally(() => (renewing = null)))

  async function renewToken(): Promise<boolean> {
    const fresh = await api.session()
    if (fresh.agent.id !== me.value?.agent.id) {
      // Another tab signed somebody else in: this page has nothing of theirs to show or send.
      location.assign('/')
      return false
    }
    http.csrf = fresh.csrf_token
    return true
  }

  async function take(answer: Me): Promise<void> {
    http.csrf = answer.csrf_token
    learnTime(answer.now)
    me.value = answer
    store.whole.agents.save(answer.agent)
    applyLook(answer.preferences)
    await speak(answer.preferences)
    state.value = 'in'
  }

  const speak = ({ language }: Preferences): Promise<void> => useLanguage(language ? pickLanguage([language]) : preferredLanguage())

  /** Find out whether somebody is signed in already. */
  async function restore(): Promise<void> {
    try {
      await take(await api.session())
    } catch (error) {
      state.value = error instanceof Problem && error.status === 401 ? 'out' : 'unreachable'
    }
  }

  async function signIn(email: string, password: string, workspace?: string): Promise<void> {
    const before = me.value?.agent.id
    const answer = await api.signIn(email, password, workspace)
    if (before && before !== answer.agent.id) {
      // Somebody else took over this page: nothing of the first person may stay in it.
      location.assign('/')
      return
    }
    await take(answer)
  }

  /** Somebody has just been signed in by a link. */
  const arrive = take

  async function signOut(): Promise<void> {
    await api.signOut().catch(() => {})
    location.assign('/sign-in')
  }

  async function setAvailability(availability: Availability): Promise<void> {
    const changed = await api.setAvailability(availability)
    store.whole.agents.save(changed)
  }

  /** How many changes of them are on their way. */
  let saving = 0

  async function prefer(change: Preferences): Promise<void> {
    if (!me.value) return
    const wanted = { ...me.value.preferences, ...change }
    me.value = { ...me.value, preferences: wanted }
    applyLook(wanted)
    saving += 1
    try {
      if (change.language) await useLanguage(pickLanguage([change.language]))
      await api.setPreferences(wanted)
    } finally {
      saving -= 1
    }
  }

  /** Take over what was preferred in another window, or on another machine. */
  async function learnPreferences(): Promise<void> {
    const { agent, preferences } = await api.session()
    if (!me.value || agent.id !== me.value.agent.id) return
    if (saving > 0) throw new Error('what was read may be older than what is being saved')
    const spoken = me.value.preferences.language
    me.value = { ...me.value, preferences }
    applyLook(preferences)
    if (preferences.language !== spoken) await speak(preferences)
  }

  return {
    state, me, agent, preferences, viewer, isLead, isAdmin,
    restore, signIn, arrive, signOut, setAvailability, prefer, learnPreferences,
  }
})
