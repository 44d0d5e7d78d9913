/** The small list that `/` (canned replies), `@` (colleagues) and `:` (emoji) open while one writes. */
import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { fill, holes, spokenName, suggest, type Values } from '@/client-core/canned'
import type { Case, Id } from '@/client-core/api.types'
import { folded } from '@/client-core/folded'
import { useI18n } from '../i18n'
import { store } from '../runtime'
import { useSession } from '../stores/session'
import { useWords } from '../stores/words'
import type { EmojiBook } from './emoji'

export interface Suggestion {
  key: Id
  /** A picture before the title, which says it in words. */
  icon?: string
  title: string
  about: string
  hint: string
  insert: string
}

export type Sign = '/' | '@' | ':'

interface Trigger {
  sign: Sign
  query: string
  from: number
}

const MOST = 8
const SLASH = /(?:^|\n)\/([^\s/]{0,40})$/u
const AT = /(?:^|[\s(])@([\p{L}\p{N}._-]{0,40})$/u
const COLON = /(?:^|[\s(]):([\p{L}\p{N}_+-]{0,40})$/u
/** So many letters are no smiley such as `:D`, and Enter takes what they mean. */
const MEANT = 2

export function triggerAt(before: string, isNote: boolean): Trigger | null {
  const slash = SLASH.exec(before)
  if (slash) return { sign: '/', query: slash[1]!, from: before.length - slash[1]!.length - 1 }
  const at = isNote ? AT.exec(before) : null
  if (at) return { sign: '@', query: at[1]!, from: before.length - at[1]!.length - 1 }
  const colon = COLON.exec(before)
  return colon ? { sign: ':', query: colon[1]!, from: before.length - colon[1]!.length - 1 } : null
}

/** What variables stand for in a case. */
export function useValues(row: Ref<Case>): Ref<Values> {
  const session = useSession()
  return computed(() => {
    const contact = spokenName(row.value.contact.name)
    const agent = spokenName(session.agent?.name ?? '')
    return {
      'contact.name': contact.name,
      'contact.first_name': contact.first,
      'agent.name': agent.name,
      'agent.first_name': agent.first,
      'case.number': String(row.value.number),
      'case.subject': row.value.subject ?? '',
      'team.name': row.value.team?.name ?? '',
      'workspace.name': session.me?.workspace.name ?? '',
    }
  })
}

export function useComposerMenu(text: Ref<string>, isNote: Ref<boolean>, row: Ref<Case>) {
  const { language } = useI18n()
  const session = useSession()
  const words = useWords()
  const values = useValues(row)
  const caret = ref(0)
  const active = ref(0)
  const closedAt = ref<string | null>(null)

  const trigger = computed(() => triggerAt(text.value.slice(0, caret.value), isNote.value))
  const canned = computed<Suggestion[]>(() =>
    suggest(words.canned.values(), trigger.value?.query ?? '', language.value)
      .slice(0, MOST)
      .map((one) => ({
        key: one.id,
        title: one.title,
        about: one.text.replaceAll('\n', ' '),
        hint: ['/' + one.shortcut, one.language].filter(Boolean).join(' · '),
        insert: fill(one.text, values.value),
      })),
  )
  const colleagues = computed<Suggestion[]>(() => {
    const query = folded(trigger.value?.query ?? '')
    return [...store.agents.values()]
      .filter((one) => !one.disabled && one.id !== session.viewer.id && folded(one.name).includes(query))
      .sort((a, b) => a.name.localeCompare(b.name))
      .slice(0, MOST)
      .map((one) => ({ key: one.id, title: one.name, about: one.email, hint: '', insert: `@${one.name} ` }))
  })
  const book = shallowRef<EmojiBook | null>(null)
  const emoji = computed(() => book.value?.suggest(trigger.value?.query ?? '', MOST) ?? [])
  const items = computed(() => ({ '/': canned, '@': colleagues, ':': emoji })[trigger.value?.sign ?? '/'].value)
  /** The entry that is active when nobody has pressed an arrow. */
  const first = computed(() => (trigger.value?.sign === ':' && trigger.value.query.length < MEANT ? -1 : 0))
  const isOpen = computed(
    () => trigger.value !== null && closedAt.value !== `${trigger.value.from}` && (items.value.length > 0 || trigger.value.sign === '/'),
  )
  const activeId = computed(() => (isOpen.value && items.value[active.value] ? `suggestion-${items.value[active.value]!.key}` : undefined))

  watch(
    () => trigger.value?.sign,
    (sign) => {
      if (sign === '/') words.wantCanned()
      if (sign === ':') void openBook()
      if (!sign) closedAt.value = null
    },
  )
  watch(
    () => [trigger.value?.sign, trigger.value?.query],
    () => (active.value = first.value),
  )

  /** Without a network there is no list, and what is typed stays as it is. */
  async function openBook(): Promise<void> {
    const { readBook } = await import('./emoji')
    book.value = await readBook(language.value)
  }

  /** Put a suggestion in the place of what was typed; then go to the first thing left open. */
  function take(one: Suggestion, field: HTMLTextAreaElement | null): void {
    const found = trigger.value
    if (!found || !field) return
    const end = caret.value
    field.focus()
    field.setSelectionRange(found.from, end)
    // The only way to change a field that leaves its undo history whole.
    document.execCommand('insertText', false, one.insert)
    if (found.sign === ':') book.value?.remember(one)
    const hole = found.sign === '/' && holes(field.value).find((each) => each.from >= found.from)
    if (hole) field.setSelectionRange(hole.from, hole.to)
    caret.value = field.selectionEnd
  }

  /** A key that belongs to the list while it is open. Returns whether it was taken. */
  function onKey(event: KeyboardEvent, field: HTMLTextAreaElement | null): boolean {
    if (!isOpen.value || event.ctrlKey || event.metaKey || event.altKey) return false
    const count = items.value.length
    if (event.key === 'Escape') {
      closedAt.value = `${trigger.value!.from}`
      return true
    }
    if (count === 0) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      active.value = event.key === 'ArrowDown' ? (active.value + 1) % count : (Math.max(active.value, 0) + count - 1) % count
      return true
    }
    const isTaking = event.key === 'Enter' || event.key === 'Tab'
    // The colon that ends a code takes what it names, as in `:tada:`.
    const one = isTaking ? items.value[active.value] : event.key === ':' ? book.value?.named(trigger.value!.query) : undefined
    if (one) take(one, field)
    return !!one
  }

  return { caret, active, activeId, items, isOpen, trigger, onKey, take }
}
