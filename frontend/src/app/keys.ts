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
import { msg } from '@/client-core/time'
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

/** What to press for an act, for hints: "T", "Shift E". */
export function useKeyHint(): (act: string) => string {
  const choices = useKeyChoices()
  return (act) => drawn(keyFor(act, choices.value)).join(' ')
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

interface KeyLine {
  words: string
  /** The act that may have another key; chords and the keys of lists stay as they are. */
  act?: string
  keys: string[]
}

interface KeyGroup {
  title: string
  keys: KeyLine[]
}

const one = (words: string, act: string): KeyLine => ({ words, act, keys: drawn(act) })
const fixed = (words: string, ...keys: string[]): KeyLine => ({ words, keys })

export const KEY_GROUPS: KeyGroup[] = [
  {
    title: msg('keys-anywhere'),
    keys: [
      fixed(msg('palette'), 'Ctrl', 'K'),
      one(msg('keys-search'), '/'),
      one(msg('keys-help'), '?'),
      one(msg('place-mine'), 'g m'),
      one(msg('place-team'), 'g t'),
      one(msg('place-waiting'), 'g w'),
      one(msg('place-parked'), 'g p'),
      one(msg('keys-undo'), 'z'),
      one(msg('keys-fold-list'), '['),
      one(msg('keys-fold-context'), ']'),
      fixed(msg('keys-pane'), 'F6'),
    ],
  },
  {
    title: msg('keys-list'),
    keys: [
      one(msg('keys-next'), 'j'),
      one(msg('keys-previous'), 'k'),
      fixed(msg('keys-move'), '↑', '↓'),
      fixed(msg('keys-open'), 'Enter'),
      one(msg('bulk-choose'), 'x'),
      one(msg('bulk-extend'), 'Shift+j'),
      one(msg('keys-extend-up'), 'Shift+k'),
      fixed(msg('keys-all'), 'Ctrl', 'A'),
    ],
  },
  {
    title: msg('keys-case'),
    keys: [
      one(msg('mode-reply'), 'r'),
      one(msg('mode-note'), 'n'),
      one(msg('take'), 't'),
      one(msg('assign'), 'a'),
      one(msg('park'), 'p'),
      one(msg('move-change'), 'v'),
      one(msg('tags'), 'l'),
      one(msg('star'), 's'),
      one(msg('resolve'), 'e'),
      one(msg('keys-done-next'), 'Shift+e'),
      one(msg('keys-leave'), 'u'),
      fixed(msg('keys-context'), '1', '–', '4'),
    ],
  },
  {
    title: msg('keys-composer'),
    keys: [
      fixed(msg('keys-main'), 'Ctrl', 'Enter'),
      fixed(msg('send-more'), 'Ctrl', 'Shift', 'Enter'),
      fixed(msg('canned'), '/'),
      fixed(msg('mention'), '@'),
      fixed(msg('keys-bold'), 'Ctrl', 'B'),
      fixed(msg('keys-italic'), 'Ctrl', 'I'),
      fixed(msg('keys-escape'), 'Esc'),
    ],
  },
]

/** All acts whose keys may be changed. */
export const KEY_ACTS: readonly string[] = KEY_GROUPS.flatMap((group) => group.keys.flatMap((line) => line.act ?? []))
