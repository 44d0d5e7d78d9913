/** Reads again what was said to have changed, until that has worked. */
import { backoff } from './backoff'

export interface RereadingOptions {
  /** How long to wait before the first try, so that not all ask at once. */
  pause?: (what: string) => number
  setTimer?: (run: () => void, ms: number) => unknown
  random?: () => number
}

/**
 * Returns what is to be told that something has changed.
 *
 * Never two readings of one thing at once; what changes while it is read is read once more.
 */
export function rereading(reads: Record<string, () => Promise<unknown>>, options: RereadingOptions = {}): (what: string) => void {
  const { pause = () => 0, setTimer = setTimeout, random = Math.random } = options
  /** What waits or is being read, and whether it changed since that began. */
  const busy = new Map<string, boolean>()

  async function read(what: string, attempt: number): Promise<void> {
    busy.set(what, false)
    try {
      await reads[what]!()
    } catch {
      setTimer(() => void read(what, attempt + 1), backoff(attempt, random))
      return
    }
    if (busy.get(what)) return read(what, 0)
    busy.delete(what)
  }

  return (what) => {
    if (!reads[what]) return
    if (busy.has(what)) busy.set(what, true)
    else {
      busy.set(what, true)
      setTimer(() => void read(what, 0), pause(what))
    }
  }
}

/** Asks and takes the answer; if it was asked again meanwhile, only the latest one, which is waited for. */
export function latest<T>(ask: () => Promise<T>, take: (answer: T) => void): () => Promise<void> {
  let newest: Promise<void>
  async function turn(isNewest: () => boolean): Promise<void> {
    const answer = await ask()
    if (isNewest()) take(answer)
    else await newest
  }
  return () => {
    const mine: Promise<void> = turn(() => newest === mine)
    return (newest = mine)
  }
}
