/**
 * Keys: single letters outside fields and dialogs, Ctrl or Cmd chords inside. Never Alt.
 *
 * A letter is what the layout says it is; only where the layout writes no Latin letters
 * (Russian) the key's place counts. So nothing of anybody's alphabet is ever swallowed.
 */
import { createKeybindingsHandler } from 'tinykeys'
import { computed, onBeforeUnmount, onMounted, type ComputedRef } from 'vue'
import { drawn, keyFor, readChoices, type KeyChoices } from '@/client-core/key-names'
import { letterOf } from '@/client-core/letters'
import { useSession } from './stores/session'
import { useUi } from './stores/ui'

export type KeyMap = Record<string, () => void>

/** Whether single keys are somebody else's now: a field, a dialog, a menu. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target as HTMLElement | null
  if (target?.isContentEditable) return true
  if (target && /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName)) return true
  return document.querySelector('[role="dialog"], [role="menu"]') !== null
}

/** The keys that this person gave to acts. */
export function useKeyChoices(): ComputedRef<KeyChoices> {
  const session = useSession()
  return computed(() => readChoices(session.preferences.keys))
}

/** What to press for an act, for hints: "T", "Shift E"; nothing for who wants no single keys. */
export function useKeyHint(): (act: string) => string {
  const session = useSession()
  const choices = useKeyChoices()
  return (act) => (session.preferences.single_keys === false ? '' : drawn(keyFor(act, choices.value)).join(' '))
}

/** Listen while the component lives. Acts are named by the key they come with: "j", "g m", "Shift+e". */
export function useKeys(map: KeyMap): void {
  const session = useSession()
  // A dialog that was asked for owns the keys, also while it is still on its way.
  const ui = useUi()
  const choices = useKeyChoices()
  let original: KeyboardEvent | null = null
  const handler = computed(() => {
    const bound: Record<string, (event: KeyboardEvent) => void> = {}
    for (const [act, run] of Object.entries(map)) {
      const key = keyFor(act, choices.value)
      if (!key) continue
      bound[key] = () => {
        original?.preventDefault()
        run()
      }
    }
    return createKeybindingsHandler(bound)
  })

  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    const isFunction = event.key.startsWith('F') && event.key.length <= 3
    if (!isFunction && (session.preferences.single_keys === false || ui.dialog || isTaken(event))) return
    const key = letterOf(event)
    // Signs like "?" need Shift on some layouts and not on others: only letters keep it.
    const isLetter = /^[a-z]$/iu.test(key) || isFunction
    original = event
    handler.value(new KeyboardEvent('keydown', { key, code: '', shiftKey: isLetter && event.shiftKey }))
    original = null
  }

  onMounted(() => window.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKeydown))
}
