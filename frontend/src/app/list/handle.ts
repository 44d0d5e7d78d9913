/** What the open case may ask of the list beside it. */
import type { InjectionKey } from 'vue'
import type { Case, Id } from '@/client-core/api.types'

export interface ListHandle {
  open: (row: Case) => void
  /** The row that follows, for "done, then next". */
  after: (id: Id) => Case | null
  /** Back to the list without a case. */
  leave: () => void
}

export const LIST: InjectionKey<ListHandle> = Symbol('list')
