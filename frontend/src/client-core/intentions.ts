/**
 * What somebody says they will find out, as a thing to do: "I will check with the warehouse whether
 * the refund landed" is "check with the warehouse whether the refund landed". Pure.
 *
 * Offered as the reason for parking a case. No suggestion is better than a silly one: only verbs of
 * finding out count, never a question, a denial, or words that name nothing.
 */
import type { Id, Item } from './api.types'
import { ASKING, EMPTY_WORDS, NOT, READER, TONGUES, VAGUE, YOURS, type Tongue } from './intention-words'
import { plainText } from './plain-text'

/** As long as fits in a line of the list; of a longer one what stands before a comma. */
export const MOST_CHARS = 110
const LOOKED_AT = 4_000

const START = '(?<![\\p{L}\\p{N}-])'
const END = '(?![\\p{L}\\p{N}])'
const SENTENCES = /(?<=[.!?…])\s+(?=["'„«(]?[\p{Lu}\p{N}])|\n+/u
const BREAK = /\s[–—-]\s|[;([{<]|:(?=\s|$)|\s\/\s/u
const AT_READER = new RegExp(`^ (?:${READER})${END}`, 'iu')

interface Reading {
  said: RegExp
  tongue: Tongue
  after: RegExp
  aside: { first: RegExp; last: RegExp }
}

const READINGS: readonly Reading[] = TONGUES.map((tongue) => {
  const verbs = Object.keys(tongue.verbs).sort((a, b) => b.length - a.length).join('|')
  const [own, bare] = Object.entries(tongue.verbs).reduce<[string[], string[]]>((kept, [one, meant]) => (kept[one === meant ? 1 : 0].push(one), kept), [[], []])
  const alone = own.length > 0 ? `|${own.join('|')}` : ''
  const asides = `(?:${tongue.aside})`
  const between = `(?: (?:${asides}|also|just|then|still|try to|go and))*`
  return {
    said: new RegExp(`(?<not>${START}${NOT} )?${START}(?:(?:${tongue.before})${between} (?<bare>${bare.join('|') || verbs})${alone ? `|(?<own>${alone.slice(1)})` : ''})${END}(?<rest>.*)`, 'iu'),
    tongue,
    after: new RegExp(`,?${START}(?:${tongue.after})${END}.*`, 'iu'),
    aside: { first: new RegExp(`^,?\\s*${START}${asides}${END}`, 'iu'), last: new RegExp(`[\\s,]+${asides}$`, 'iu') },
  }
})

/** What a text says is to be found out, the first of it; null when it says nothing of the kind. */
export function intention(text: string): string | null {
  for (const sentence of text.slice(-LOOKED_AT).split(SENTENCES)) {
    const said = sentence.replaceAll(/\s+/gu, ' ').trim()
    if (said.startsWith('>') || /[?]["'”»)]*$/u.test(said)) continue
    for (const reading of READINGS) {
      const found = thingToDo(said, reading)
      if (found) return found
    }
  }
  return null
}

function thingToDo(sentence: string, { said, tongue, after, aside }: Reading): string | null {
  const groups = said.exec(sentence)?.groups
  if (!groups || groups.not) return null
  const verb = tongue.verbs[(groups.own ?? groups.bare ?? '').toLowerCase()]
  if (!verb || (ASKING.has(verb) && AT_READER.test(groups.rest ?? ''))) return null
  let rest = (groups.rest ?? '').split(BREAK)[0]!.replace(after, '')
  for (const [yours, meant] of YOURS) rest = rest.replace(yours, meant)
  rest = fitting(without(without(rest, aside.first), aside.last), verb.length)
  if (!namesSomething(rest) || VAGUE.test(rest)) return null
  const asked = tongue.asks[verb]
  if (asked && !new RegExp(`^,?\\s*(?:${asked})${END}`, 'iu').test(rest)) return null
  return `${verb}${rest.startsWith(',') ? '' : ' '}${rest}`
}

/** Take away, again and again, what stands at one end. */
function without(text: string, part: RegExp): string {
  const bare = text.replace(/[\s.,!…"'”»]+$/u, '').trimStart()
  const shorter = bare.replace(part, '')
  return shorter === bare ? bare : without(shorter, part)
}

function fitting(rest: string, verbLength: number): string {
  const most = MOST_CHARS - verbLength - 1
  return rest.length <= most ? rest : rest.slice(0, Math.max(0, rest.lastIndexOf(',', most)))
}

function namesSomething(rest: string): boolean {
  const words = rest.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return !rest.includes('//') && words.some((word) => word.length > 1 && !EMPTY_WORDS.has(word))
}

/** The reason that is suggested for parking a case: from what is being written, else from what we said last. */
export function suggestedReason(draft: string, items: readonly Item[], caseId: Id): string | null {
  const own = items.filter((one) => one.case_id === caseId)
  const last = own.findLastIndex((one) => one.kind === 'message')
  const message = own[last]
  const texts = own.slice(last + 1).flatMap((one) => (one.kind === 'note' ? [one.text] : [])).reverse()
  // What the contact wrote last is no intention of ours; what we said before it may be outdated.
  if (message?.kind === 'message' && message.direction === 'out' && !message.deleted_at) texts.push(message.text ?? '')
  return [draft, ...texts].map((text) => intention(plainText(text))).find((one) => one !== null) ?? null
}
