/**
 * The browser's own storage: drafts and the outbox, nothing else.
 *
 * One database per person, so that two people at one machine never send or see each other's
 * words. Contacts' data is not kept.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Draft } from './drafts'
import type { OutboxEntry } from './outbox'

export interface LocalSchema extends DBSchema {
  drafts: { key: string; value: Draft }
  outbox: { key: string; value: OutboxEntry }
}

export type LocalDb = IDBPDatabase<LocalSchema>
type Store = 'drafts' | 'outbox'

/** Some browsers leave the question whether there is storage unanswered. */
const PATIENCE_MS = 10_000

const nameFor = (agentId: string): string => `clew.${agentId}`

export function openLocal(agentId: string): Promise<LocalDb> {
  return openDB<LocalSchema>(nameFor(agentId), 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'key' })
      db.createObjectStore('outbox', { keyPath: 'id' })
    },
    // Whoever signs out in another tab leaves nothing here, and does not wait for this one.
    blocking(_, __, event) {
      ;(event.target as IDBDatabase).close()
    },
  })
}

/** The storage from the first moment on, before it is known whether there is any. Every call fails if there is none. */
export class LocalKeep {
  private readonly opening: Promise<LocalDb>

  constructor(agentId: string, open: (agentId: string) => Promise<LocalDb> = openLocal, patienceMs = PATIENCE_MS) {
    this.opening = Promise.race([
      open(agentId),
      new Promise<never>((_, fail) => setTimeout(() => fail(new Error('the storage does not open')), patienceMs)),
    ])
    this.opening.catch(() => {})
  }

  async getAll<S extends Store>(store: S): Promise<LocalSchema[S]['value'][]> {
    return (await this.opening).getAll(store)
  }

  async get<S extends Store>(store: S, key: string): Promise<LocalSchema[S]['value'] | undefined> {
    return (await this.opening).get(store, key)
  }

  async put<S extends Store>(store: S, value: LocalSchema[S]['value']): Promise<unknown> {
    return (await this.opening).put(store, value)
  }

  async delete(store: Store, key: string): Promise<void> {
    await (await this.opening).delete(store, key)
  }

  async close(): Promise<void> {
    ;(await this.opening).close()
  }
}

/** Leave nothing of a person here. */
export async function forgetLocal(agentId: string, keep: LocalKeep | null): Promise<void> {
  await keep?.close().catch(() => {})
  await deleteDB(nameFor(agentId))
}
