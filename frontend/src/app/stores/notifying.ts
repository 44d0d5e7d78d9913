/** Notifications of the browser, and one quiet sound, while the page is not looked at. */
import { computed } from 'vue'
import type { Case, Id } from '@/client-core/api.types'
import { isHeard, isQuiet, newsIn, settingsFrom, type News } from '@/client-core/notify'
import { plainText } from '@/client-core/plain-text'
import { called, t } from '../i18n'
import { router } from '../router'
import { useLive } from './live'
import { useSession } from './session'

export function useNotifySettings() {
  const session = useSession()
  return computed(() => settingsFrom(session.preferences.notify))
}

const TITLES = { replies: () => t('notify-reply'), mentions: () => t('notify-mention'), assigned: () => t('notify-assigned') }

/** Watch what happens for as long as the page lives. */
export function startNotifying(): void {
  const live = useLive()
  const session = useSession()
  const settings = useNotifySettings()

  live.onNews((changes, before) => {
    const isLookedAt = document.visibilityState === 'visible' && document.hasFocus()
    if (isLookedAt || isQuiet(settings.value, new Date())) return
    const news = newsIn(changes, session.viewer.id, (id: Id): Case | undefined => before(id))
    const wanted = news.filter((one) => settings.value[one.kind])
    for (const one of wanted.slice(0, 3)) show(one)
    if (isHeard(wanted, settings.value)) chime()
  })
}

function show(one: News): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const shown = new Notification(`${called(one.name)} · ${TITLES[one.kind]()}`, {
    body: plainText(one.text).slice(0, 160),
    tag: `${one.kind}:${one.caseId}`,
    icon: '/assets/icon192.png',
  })
  shown.onclick = () => {
    window.focus()
    void router.push({ name: 'case', params: { id: one.caseId } })
    shown.close()
  }
}

/** Two soft tones; no file to load. */
export function chime(): void {
  try {
    const audio = new AudioContext()
    for (const [i, pitch] of [660, 880].entries()) {
      const tone = audio.createOscillator()
      const gain = audio.createGain()
      tone.frequency.value = pitch
      const at = audio.currentTime + i * 0.14
      gain.gain.setValueAtTime(0.0001, at)
      gain.gain.exponentialRampToValueAtTime(0.08, at + 0.02)
      gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.3)
      tone.connect(gain).connect(audio.destination)
      tone.start(at)
      tone.stop(at + 0.32)
      tone.onended = () => i === 1 && void audio.close()
    }
  } catch {
    // A browser without sound stays silent.
  }
}

