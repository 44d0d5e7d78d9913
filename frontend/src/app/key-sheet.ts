/** All keys, as the sheet and the settings list them. */
import { drawn } from '@/client-core/key-names'
import { msg } from '@/client-core/time'

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
      one(msg('new-case'), 'c'),
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
    title: msg('keys-composer'),
    keys: [
      fixed(msg('keys-main'), 'Ctrl', 'Enter'),
      fixed(msg('send-more'), 'Ctrl', 'Shift', 'Enter'),
      fixed(msg('canned'), '/'),
      fixed(msg('mention'), '@'),
      fixed(msg('emoji-add'), ':'),
      fixed(msg('keys-bold'), 'Ctrl', 'B'),
      fixed(msg('keys-italic'), 'Ctrl', 'I'),
      fixed(msg('keys-escape'), 'Esc'),
    ],
  },
]

/** All acts whose keys may be changed. */
export const KEY_ACTS: readonly string[] = KEY_GROUPS.flatMap((group) => group.keys.flatMap((line) => line.act ?? []))
