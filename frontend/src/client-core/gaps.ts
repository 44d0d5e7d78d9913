/** What a silence is told in; the server says for whom was being waited. */
import { lengthOf, msg, workLength, type Words } from './time'

/** How long was waited for somebody while nobody said anything; `open_seconds` of it in business hours. */
export interface GapPart {
  awaited: 'us' | 'bot' | 'department' | 'timer' | 'contact' | 'nobody'
  seconds: number
  open_seconds: number
}

/** A smaller share is seconds between two entries, not a wait. */
const LEAST_SHARE = 0.01

const PARTS: Record<GapPart['awaited'], string> = {
  us: msg('gap-us'),
  contact: msg('gap-contact'),
  department: msg('gap-department'),
  timer: msg('gap-timer'),
  bot: msg('gap-bot'),
  nobody: msg('gap-nobody'),
}

/** "11 days · waiting for colleagues: 9 days, waiting for us: 2 days (6 h of work time)". */
export function gapText(length: Words, parts: readonly GapPart[], say: (words: Words) => string): string {
  const all = parts.reduce((sum, part) => sum + part.seconds, 0)
  const told = parts.filter((part) => part.seconds >= all * LEAST_SHARE)
  const said = told.map((part) => {
    const args = { only: told.length === 1 ? 'yes' : 'no', length: say(lengthOf(part.seconds * 1000)), work: say(workWords(part, say)) }
    return say({ id: PARTS[part.awaited], args })
  })
  return say({ id: msg('gap-line'), args: { length: say(length), parts: said.join(', ') } })
}

function workWords({ open_seconds }: GapPart, say: (words: Words) => string): Words {
  const ms = open_seconds * 1000
  return ms < 60_000 ? { id: msg('gap-no-work') } : { id: msg('gap-work'), args: { length: say(workLength(ms)) } }
}
