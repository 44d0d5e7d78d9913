/**
 * Pictures that stand in the text of a letter: `![name]` where a person writes, and
 * `![name](attachment:id)` in what is sent.
 */
import type { Attachment } from './api.types'

type File = Pick<Attachment, 'id' | 'name'>

const SENT = /!\[([^\]\n]{0,200})\]\(attachment:[0-9A-Za-z-]{1,64}\)/gu

const nameOf = (file: File): string => file.name.replace(/[[\]\n]/gu, ' ').slice(0, 200)

/** What stands in the text for a picture while one writes. */
export const placed = (file: File): string => `![${nameOf(file)}]`

/** The text as it is sent. */
export function sentWith(text: string, files: readonly File[]): string {
  return files.reduce((said, file) => said.replaceAll(placed(file), `${placed(file)}(attachment:${file.id})`), writtenAgain(text))
}

/** The text as it was written. */
export const writtenAgain = (text: string): string => text.replace(SENT, '![$1]')

/** The text without these pictures. */
export function withoutPictures(text: string, files: readonly File[]): string {
  return files.reduce((said, file) => said.replaceAll(placed(file), ''), writtenAgain(text))
}

/** The text as it is shown, with each picture's name in its place. */
export function namedPictures(text: string): string {
  return text.includes('](attachment:') ? text.replace(SENT, '[$1]') : text
}
