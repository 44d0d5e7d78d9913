/**
 * A few short texts that outlive the page: the token, the draft, what is not sent yet.
 *
 * Where they lie is not known here: the browser's storage, the page that holds the widget, or
 * nothing but memory where a browser allows no more.
 */
import type { OutboxKeep, Posting } from '@/client-core/outbox'

export interface Keep {
  get(key: string): string | null
  /** null forgets. */
  set(key: string, value: string | null): void
  keys(): string[]
}

/** Lasts as long as the page. */
export function memoryKeep(first: Record<string, string> = {}): Keep {
  const values = new Map(Object.entries(first))
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void (value === null ? values.delete(key) : values.set(key, value)),
    keys: () => [...values.keys()],
  }
}

/** The browser's storage, under a prefix; memory where it refuses, of which `onRefused` is told. */
export function storageKeep(prefix: string, storage: () => Storage = () => localStorage, onRefused: (key: string) => void = () => {}): Keep {
  const memory = memoryKeep()
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(storage())
    } catch {
      return otherwise
    }
  }
  return {
    get: (key) => memory.get(key) ?? attempt((box) => box.getItem(prefix + key), null),
    set: (key, value) => {
      const isStored = attempt((box) => (value === null ? box.removeItem(prefix + key) : box.setItem(prefix + key, value), true), false)
      // What lies there may be taken away by another window; memory would not know.
      memory.set(key, isStored ? null : value)
      if (!isStored) onRefused(key)
    },
    keys: () => {
      const there = attempt((box) => Object.keys(box).filter((key) => key.startsWith(prefix)), [] as string[])
      return [...new Set([...there.map((key) => key.slice(prefix.length)), ...memory.keys()])]
    },
  }
}

const OUT = 'out.'

/** Let the outbox lie in a keep, one key for each entry: two tabs do not overwrite each other. */
export function outboxKeep<E extends Posting>(keep: Keep): OutboxKeep<E> {
  return {
    getAll: () => {
      const texts = keep.keys().filter((key) => key.startsWith(OUT)).map((key) => keep.get(key))
      return Promise.resolve(texts.flatMap((text) => parsed<E>(text)))
    },
    get: (_, id) => Promise.resolve(parsed<E>(keep.get(OUT + id))[0]),
    put: (_, entry) => Promise.resolve(keep.set(OUT + entry.id, JSON.stringify(entry))),
    delete: (_, id) => Promise.resolve(keep.set(OUT + id, null)),
  }
}

function parsed<E>(text: string | null): E[] {
  try {
    return text ? [JSON.parse(text) as E] : []
  } catch {
    return []
  }
}
