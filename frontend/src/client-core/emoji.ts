/** Emoji by what people call them: which ones a few letters mean. */
import { folded } from './folded'

export interface Emoji {
  sign: string
  name: string
  /** As in `:tada:`, the same in every language. */
  codes: string[]
  words: string[]
  /** What is searched: the name and the words as `folded`. */
  sought: { name: string; words: string[] }
}

/** Those for whom nothing has been typed yet, and nothing used before. */
export const USUAL = ['+1', 'pray', 'slightly_smiling_face', 'blush', 'heart', 'tada', 'white_check_mark', 'wave']

/** Read the lines of `virtual:emoji/…`. */
export function readEmoji(lines: string): Emoji[] {
  return lines.split('\n').map((line) => {
    const [sign = '', name = '', codes = '', words = ''] = line.split('\t')
    const called = { sign, name, codes: parts(codes), words: parts(words) }
    return { ...called, sought: { name: folded(name), words: called.words.map(folded) } }
  })
}

const parts = (joined: string): string[] => joined.split('|').filter(Boolean)

/** Those that `typed` may mean, the likeliest first; with nothing typed `recent` ones and the usual. */
export function findEmoji(all: readonly Emoji[], typed: string, recent: readonly string[], most: number): Emoji[] {
  const query = folded(typed)
  if (!query) {
    const known = [...recent.map((sign) => all.find((one) => one.sign === sign)), ...USUAL.map((code) => withCode(all, code))]
    return [...new Set(known.filter((one) => one !== undefined))].slice(0, most)
  }
  return all
    .map((one) => ({ one, score: score(one, query) + (recent.includes(one.sign) ? 0.6 : one.codes.some((code) => USUAL.includes(code)) ? 0.5 : 0) }))
    .filter((found) => found.score >= 1)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map((found) => found.one)
}

export const withCode = (all: readonly Emoji[], code: string): Emoji | undefined => all.find((one) => one.codes.includes(code))

/** How well one meets what was typed, 0 for not at all; a whole word before a beginning. */
function score(one: Emoji, query: string): number {
  const { name, words } = one.sought
  if (one.codes.includes(query)) return 7
  if (name === query) return 6
  if (words.includes(query)) return 5
  if (name.startsWith(query) || one.codes.some((code) => code.startsWith(query))) return 4
  if (name.split(/[\s:,-]+/u).some((word) => word.startsWith(query))) return 3
  if (words.some((word) => word.startsWith(query))) return 2
  return one.codes.some((code) => code.split('_').some((word) => word.startsWith(query))) ? 1 : 0
}
