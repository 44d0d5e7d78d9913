/**
 * Message text as a small typed tree: never HTML, so nothing needs to be cleaned.
 *
 * The subset is what messengers share: *strong*, _emphasis_, ~struck~, `code`, lists, quotes
 * and links that are plainly http(s). Anything else stays the text it is.
 */

import { namedPictures } from './pictures'

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em' | 'strike'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; text: string }
  | { type: 'break' }

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; items: Inline[][] }
  | { type: 'code'; text: string }

const SIGN = /[`*_~hw]/giu
const WORDLY = /[\p{L}\p{N}]/u
const URL_PATTERN = /\b(?:https?:\/\/|www\.)[^\s<>"'`{}|\\^]+/iu
const MARKS: Record<string, 'strong' | 'em' | 'strike'> = {
  '**': 'strong',
  '*': 'strong',
  __: 'strong',
  _: 'em',
  '~~': 'strike',
  '~': 'strike',
}
const BULLET = /^\s{0,3}[-*•]\s+(.*)$/u
const NUMBERED = /^\s{0,3}(\d{1,3})[.)]\s+(.*)$/u
const QUOTED = /^>\s?(.*)$/u
const FENCE = /^```/u

/** Parse a whole message. Every character of words survives, in order. */
export function parseRich(source: string): Block[] {
  const blocks: Block[] = []
  const lines = namedPictures(source).replace(/\r\n?/gu, '\n').split('\n')
  let at = 0
  while (at < lines.length) {
    const taken = fence(lines, at, blocks) || list(lines, at, blocks) || quote(lines, at, blocks)
    at += taken || paragraph(lines, at, blocks)
  }
  return blocks
}

function fence(lines: string[], at: number, blocks: Block[]): number {
  if (!FENCE.test(lines[at]!)) return 0
  const end = lines.findIndex((line, i) => i > at && FENCE.test(line))
  if (end < 0) return 0
  blocks.push({ type: 'code', text: lines.slice(at + 1, end).join('\n') })
  return end - at + 1
}

function list(lines: string[], at: number, blocks: Block[]): number {
  const first = lines[at]!
  const numbered = NUMBERED.exec(first)
  const pattern = numbered ? NUMBERED : BULLET
  // One line alone that begins with a dash is speech in several languages, not a list.
  if (!pattern.test(first) || !(lines[at + 1] !== undefined && pattern.test(lines[at + 1]!))) return 0
  const items: Inline[][] = []
  let end = at
  for (; end < lines.length; end += 1) {
    const match = pattern.exec(lines[end]!)
    if (!match) break
    items.push(parseInline(match.at(-1) ?? ''))
  }
  blocks.push({ type: 'list', ordered: !!numbered, start: numbered ? Number(numbered[1]) : 1, items })
  return end - at
}

function quote(lines: string[], at: number, blocks: Block[]): number {
  let end = at
  const said: string[] = []
  for (; end < lines.length; end += 1) {
    const match = QUOTED.exec(lines[end]!)
    if (!match) break
    said.push(match[1] ?? '')
  }
  if (said.length > 0) blocks.push({ type: 'quote', children: withBreaks(said) })
  return end - at
}

function paragraph(lines: string[], at: number, blocks: Block[]): number {
  const said: string[] = []
  let end = at
  for (; end < lines.length; end += 1) {
    const line = lines[end]!
    if (line.trim() === '') break
    if (end > at && (FENCE.test(line) || QUOTED.test(line) || isListAt(lines, end))) break
    said.push(line)
  }
  if (said.length > 0) blocks.push({ type: 'paragraph', children: withBreaks(said) })
  return Math.max(1, end - at)
}

function isListAt(lines: string[], at: number): boolean {
  const pattern = NUMBERED.test(lines[at]!) ? NUMBERED : BULLET
  return pattern.test(lines[at]!) && lines[at + 1] !== undefined && pattern.test(lines[at + 1]!)
}

function withBreaks(lines: string[]): Inline[] {
  return lines.flatMap((line, i) => (i === 0 ? parseInline(line) : [{ type: 'break' } as Inline, ...parseInline(line)]))
}

/** Parse one line. */
export function parseInline(source: string): Inline[] {
  const out: Inline[] = []
  let plain = ''
  let at = 0
  const flush = () => {
    if (plain) out.push({ type: 'text', text: plain })
    plain = ''
  }
  while (at < source.length) {
    const next = nextSign(source, at)
    plain += source.slice(at, next)
    at = next
    const found = at < source.length ? inlineAt(source, at) : null
    if (found) {
      flush()
      out.push(found.node)
      at += found.length
    } else if (at < source.length) {
      plain += source[at]!
      at += 1
    }
  }
  flush()
  return out
}

/** Where the next sign stands with which something other than plain text may begin. */
function nextSign(source: string, at: number): number {
  SIGN.lastIndex = at
  return SIGN.exec(source)?.index ?? source.length
}

function inlineAt(source: string, at: number): { node: Inline; length: number } | null {
  const sign = source[at]!
  if (sign !== '`' && at > 0 && isWordly(source[at - 1]!)) return null
  const rest = source.slice(at)
  if (sign === '`') return code(rest)
  return /[hw]/iu.test(sign) ? link(rest) : marked(rest)
}

/** Whether it is a letter or a digit. A browser takes long to make ready for those of all scripts. */
function isWordly(char: string): boolean {
  return char < '\u0080' ? /[a-z\d]/iu.test(char) : WORDLY.test(char)
}

function code(rest: string): { node: Inline; length: number } | null {
  const end = rest.indexOf('`', 1)
  if (end <= 1) return null
  return { node: { type: 'code', text: rest.slice(1, end) }, length: end + 1 }
}

function link(rest: string): { node: Inline; length: number } | null {
  const match = URL_PATTERN.exec(rest)
  if (!match || match.index !== 0) return null
  const text = withoutTail(match[0])
  const href = /^www\./iu.test(text) ? `https://${text}` : text
  // What a one-time link says is left out where others than its reader see it, so it leads nowhere.
  const isCut = text.endsWith('#') && rest[text.length] === '…'
  if (isCut || !URL.canParse(href)) return null
  return { node: { type: 'link', href, text }, length: text.length }
}

/** Punctuation after an address belongs to the sentence, unless the bracket was opened inside. */
function withoutTail(url: string): string {
  let text = url.replace(/[.,;:!?…*_~]+$/u, '')
  if (text.endsWith(')') && !text.includes('(')) text = text.slice(0, -1)
  return text.replace(/[.,;:!?…*_~]+$/u, '')
}

function marked(rest: string): { node: Inline; length: number } | null {
  const mark = Object.keys(MARKS).find((candidate) => rest.startsWith(candidate))
  if (!mark || /^\s|^$/u.test(rest.slice(mark.length, mark.length + 1))) return null
  let end = rest.indexOf(mark, mark.length + 1)
  for (; end > 0; end = rest.indexOf(mark, end + 1)) {
    const after = rest[end + mark.length] ?? ' '
    if (!/\s/u.test(rest[end - 1]!) && !isWordly(after) && after !== mark[0]) break
  }
  if (end < 0) return null
  const inside = rest.slice(mark.length, end)
  if (inside.startsWith(mark[0]!)) return null
  return { node: { type: MARKS[mark]!, children: parseInline(inside) }, length: end + mark.length }
}
