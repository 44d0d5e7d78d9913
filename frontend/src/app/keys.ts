/**
 * Keys: single letters outside fields and dialogs, Ctrl or Cmd chords inside. Never Alt.
 *
 * A letter is what the layout says it is; only where the layout writes no Latin letters
 * (Russian) the key's place counts. So nothing of anybody's alphabet is ever swallowed.
 */
import { createKeybindingsHandler } from 'tinykeys'
import { onBeforeUnmount, onMounted } from 'vue'
import { letterOf } from '@/client-core/letters'
import { msg } from '@/client-core/time'
import { useSession } from './stores/session'

export type KeyMap = Record<string, () => void>

/** Whether single keys are somebody else's now: a field, a dialog, a menu. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target as HTMLElement | null
  if (target?.isContentEditable) return true
  if (target && /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName)) return true
  return document.querySelector('[role="dialog"], [role="menu"]') !== null
}

/** Listen while the component lives. Names are tinykeys' own: "j", "g m", "Shift+e". */
export function useKeys(map: KeyMap): void {
  const session = useSession()
  const bound: Record<string, (event: KeyboardEvent) => void> = {}
  let original: KeyboardEvent | null = null
  for (const [name, run] of Object.entries(map)) {
    bound[name] = () => {
      original?.preventDefault()
      run()
    }
  }
  const handler = createKeybindingsHandler(bound)

  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    const isFunction = event.key.startsWith('F') && event.key.length <= 3
    if (!isFunction && (session.preferences.single_keys === false || isTaken(event))) return
    const key = letterOf(event)
    // Signs like "?" need Shift on some layouts and not on others: only letters keep it.
    const isLetter = /^[a-z]$/iu.test(key) || isFunction
    original = event
    handler(new KeyboardEvent('keydown', { key, code: '', shiftKey: isLetter && event.shiftKey }))
    original = null
  }

  onMounted(() => window.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKeydown))
}

interface KeyGroup {
  title: string
  keys: { words: string; keys: string[] }[]
}

const one = (words: string, ...keys: string[]) => ({ words, keys })

export const KEY_GROUPS: KeyGroup[] = [
  {
    title: msg('keys-anywhere'),
    keys: [
      one(msg('palette'), 'Ctrl', 'K'),
      one(msg('keys-search'), '/'),
      one(msg('keys-help'), '?'),
      one(msg('place-mine'), 'G', 'M'),
      one(msg('place-team'), 'G', 'T'),
      one(msg('place-waiting'), 'G', 'W'),
      one(msg('place-parked'), 'G', 'P'),
      one(msg('keys-undo'), 'Z'),
      one(msg('keys-fold-list'), '['),
      one(msg('keys-fold-context'), ']'),
      one(msg('keys-pane'), 'F6'),
    ],
  },
  {
    title: msg('keys-list'),
    keys: [
      one(msg('keys-next'), 'J'),
      one(msg('keys-previous'), 'K'),
      one(msg('keys-move'), '↑', '↓'),
      one(msg('keys-open'), 'Enter'),
      one(msg('bulk-choose'), 'X'),
      one(msg('bulk-extend'), 'Shift', 'J'),
    ],
  },
  {
    title: msg('keys-case'),
    keys: [
      one(msg('mode-reply'), 'R'),
      one(msg('mode-note'), 'N'),
      one(msg('take'), 'T'),
      one(msg('assign'), 'A'),
      one(msg('park'), 'P'),
      one(msg('tags'), 'L'),
      one(msg('star'), 'S'),
      one(msg('resolve'), 'E'),
      one(msg('keys-done-next'), 'Shift', 'E'),
      one(msg('keys-leave'), 'U'),
    ],
  },
  {
    title: msg('keys-composer'),
    keys: [
      one(msg('keys-main'), 'Ctrl', 'Enter'),
      one(msg('send-more'), 'Ctrl', 'Shift', 'Enter'),
      one(msg('canned'), '/'),
      one(msg('mention'), '@'),
      one(msg('keys-bold'), 'Ctrl', 'B'),
      one(msg('keys-italic'), 'Ctrl', 'I'),
      one(msg('keys-escape'), 'Esc'),
    ],
  },
]
