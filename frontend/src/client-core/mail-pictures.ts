/** Pictures of a mail that stand in its text. */
import type { Attachment } from './api.types'

/** Where programs leave a picture's place in plain text: Gmail by its name, Outlook by its content id. */
const PLACE = /\[(?:cid:([^\]\s@]+)[^\]\n]*|image:\s*([^\]\n]+))\]/giu

/** A text in pieces, with those pictures of the mail in it that have a place there. */
export function withPictures(text: string, files: readonly Attachment[]): (string | Attachment)[] {
  const pieces: (string | Attachment)[] = []
  let at = 0
  for (const found of text.matchAll(PLACE)) {
    const file = files.find((one) => one.name === (found[1] ?? found[2]!.trim()) && one.state === 'ready' && one.media_type.startsWith('image/'))
    if (!file || pieces.includes(file)) continue
    pieces.push(text.slice(at, found.index), file)
    at = found.index + found[0].length
  }
  return [...pieces, text.slice(at)].filter((one) => typeof one !== 'string' || one.trim())
}

/** Pictures of more bytes are not shown within the page of a mail; the server has the same bound. */
const LARGEST = 3 * 1024 * 1024

/** Whether a picture stands in the mail as it was set. */
export function isSet(file: Attachment, content: Record<string, unknown> | null): boolean {
  const names = Object.values((content?.inline ?? {}) as Record<string, unknown>)
  return names.includes(file.name) && file.state === 'ready' && file.media_type.startsWith('image/') && file.bytes <= LARGEST
}
