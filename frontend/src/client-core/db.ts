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

const nameFor = (agentId: string): string => `clew.${agentId}`

export function openLocal(agentId: string): Promise<LocalDb> {
  return openDB<LocalSchema>(nameFor(agentId), 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'key' })
      db.createObjectStore('outbox', { keyPath: 'id' })
    },
  })
}

export async function forgetLocal(agentId: string, db: LocalDb | null): Promise<void> {
  db?.close()
  await deleteDB(nameFor(agentId))
}
