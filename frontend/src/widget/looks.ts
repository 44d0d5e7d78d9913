/** Colours and words of the button and the frame, from the inbox and the language. */
import { ref } from 'vue'
import type { Look } from './protocol'
import { place, state, texts } from './runtime'
import { themeOf, wear } from './theme'
import { language, t } from './words'

export const isDark = ref(false)

export function lookOf(): Look {
  const inbox = state.value.inbox
  const { ground, ink } = themeOf(inbox?.appearance.colour, isDark.value)
  const own = texts(language.value)
  return {
    ground,
    ink,
    position: inbox?.appearance.position === 'left' ? 'left' : 'right',
    launcher: inbox?.appearance.launcher ?? 'bubble',
    label: own.launcher || t('launcher'),
    close: t('close-window'),
    title: t('frame-title', { name: own.title || inbox?.name || 'Clew' }),
  }
}

export function showLook(): void {
  wear(themeOf(state.value.inbox?.appearance.colour, isDark.value))
  if (state.value.inbox) place.value?.post({ t: 'look', look: lookOf() })
}
