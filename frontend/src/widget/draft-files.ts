/** Files that were uploaded for what is being written: kept by name on this device, like the words. */
import type { ContactAttachment, Id, Keep } from '@/contact-client'

const KEY = 'draft.files'
/** The server forgets what was uploaded and not sent after a day. */
const LAST_MS = 20 * 3_600_000

interface Kept {
  /** Of the first of them. */
  at: number
  /** Nobody else can send them. */
  visitor: Id
  files: ContactAttachment[]
}

/** What a visitor chose before the page was loaded anew, as long as it can be sent. */
export function keptFiles(keep: Keep, visitor: Id, now: number): ContactAttachment[] {
  const kept = read(keep)
  return kept?.visitor === visitor && now - kept.at < LAST_MS ? kept.files : []
}

export function keepFiles(keep: Keep, visitor: Id, files: ContactAttachment[], now: number): void {
  const at = keptFiles(keep, visitor, now).length > 0 ? read(keep)!.at : now
  keep.set(KEY, files.length > 0 ? JSON.stringify({ at, visitor, files } satisfies Kept) : null)
}

function read(keep: Keep): Kept | null {
  try {
    return JSON.parse(keep.get(KEY) ?? 'null') as Kept | null
  } catch {
    return null
  }
}
