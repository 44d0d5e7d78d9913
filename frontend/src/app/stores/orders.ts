/** By what a person wants each list ordered: every place, team and saved view keeps its own. */
import type { Filters, Order, SavedView } from '@/client-core/api.desk'
import type { Id, Place } from '@/client-core/api.types'
import { msg } from '@/client-core/time'
import { useSession } from './session'

export interface Listed {
  place: Place
  team: Id | null
  view: SavedView | null
}

export const ORDER_WORDS: Record<Order, string> = { due: msg('order-due'), waiting: msg('order-waiting'), latest: msg('order-latest') }

/** So many lists are remembered; of those that were changed longest ago the order is forgotten. */
const MOST_KEPT = 60

const keyOf = ({ place, team, view }: Listed): string => view?.id ?? team ?? place

/** The order that a list has for whoever wishes no other; who looks at what is done sees the latest first. */
export const usualOrder = ({ view }: Listed): Order => view?.filters.order ?? 'due'

/** What a list asks for: a view its own question, a place none unless it is to be in another order. */
export function filtersOf(listed: Listed, order: Order): Filters | null {
  const { place, team, view } = listed
  if (view) return { ...view.filters, order }
  return order === 'due' ? null : { place, ...(team ? { team_id: team } : {}), order }
}

export function useOrders() {
  const session = useSession()
  const kept = (): Record<string, Order> => (session.preferences.orders as Record<string, Order> | undefined) ?? {}
  const orderOf = (listed: Listed): Order => kept()[keyOf(listed)] ?? usualOrder(listed)

  /** Remember the order of a list; null forgets it. */
  function keep(listed: Listed, order: Order | null): void {
    const key = keyOf(listed)
    if (!order && !kept()[key]) return
    const others = Object.entries(kept()).filter(([one]) => one !== key).slice(1 - MOST_KEPT)
    void session.prefer({ orders: Object.fromEntries(order ? [...others, [key, order]] : others) }).catch(() => {})
  }

  return { orderOf, keep }
}
