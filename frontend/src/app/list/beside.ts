/**
 * The list beside an open case: the one it was opened from, in the order that the address says.
 *
 * Whoever copies the address of a list sends the same list in the same order; where none is said,
 * the reader's own holds. What is not the usual order is therefore always said.
 */
import { computed, ref, watch } from 'vue'
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router'
import { isOrder, type Order } from '@/client-core/api.desk'
import type { Id } from '@/client-core/api.types'
import { t } from '../i18n'
import { isPlace, type PlaceEntry } from '../places'
import { useLive } from '../stores/live'
import { useMarks } from '../stores/marks'
import { useOrders, usualOrder, type Listed } from '../stores/orders'
import { useUi } from '../stores/ui'

const word = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export function useListBeside() {
  const route = useRoute()
  const router = useRouter()
  const marks = useMarks()
  const orders = useOrders()

  const place = ref<PlaceEntry['place']>('mine')
  const team = ref<Id | null>(null)
  const viewId = ref<Id | null>(null)
  const said = ref<Order | null>(null)
  watch(
    () => [route.name, route.params.place, route.params.view, route.query.from, route.query.team, route.query.view, route.query.order],
    () => {
      const { name, params, query } = route
      const isCase = name === 'case'
      if (!isCase && name !== 'view' && name !== 'place') return
      viewId.value = word(isCase ? query.view : params.view)
      said.value = isOrder(query.order) ? query.order : null
      const wanted = isCase ? query.from : params.place
      if (isPlace(wanted)) place.value = wanted
      if (name === 'place' || query.from) team.value = word(query.team)
    },
    { immediate: true },
  )

  const view = computed(() => marks.viewOf(viewId.value))
  const listed = computed<Listed>(() => ({ place: place.value, team: team.value, view: view.value }))
  const order = computed(() => said.value ?? orders.orderOf(listed.value))
  const isAwaited = useView(viewId)

  /** In the address an order stands when it is not the usual one. */
  const toSay = (wanted: Order): Order | undefined => (wanted === usualOrder(listed.value) ? undefined : wanted)

  const isOwnAddress = computed(() => route.name === 'place' || (route.name === 'view' && !!view.value))
  watch(
    [isOwnAddress, order, said],
    () => {
      if (!isOwnAddress.value || said.value || route.query.order === toSay(order.value)) return
      void router.replace({ query: { ...route.query, order: toSay(order.value) } })
    },
    { immediate: true, flush: 'post' },
  )

  /** Order it, now and whenever this person comes back to it. */
  function sort(wanted: Order): void {
    orders.keep(listed.value, wanted)
    void router.replace({ query: { ...route.query, order: toSay(wanted) } })
  }

  /** Where it stands without a case. */
  const address = (): RouteLocationRaw => {
    const query = { order: toSay(order.value) }
    if (viewId.value) return { name: 'view', params: { view: viewId.value }, query }
    return { name: 'place', params: { place: place.value }, query: { team: team.value ?? undefined, ...query } }
  }
  /** What the address of a case says of it. */
  const query = () => ({ from: place.value === 'mine' ? undefined : place.value, team: team.value ?? undefined, view: viewId.value ?? undefined, order: toSay(order.value) })

  return { place, team, viewId, view, order, isAwaited, sort, address, query }
}

/** See to it that there is such a view. One that was shared just now is asked for before it is said to be gone. */
function useView(viewId: { value: Id | null }) {
  const route = useRoute()
  const router = useRouter()
  const live = useLive()
  const marks = useMarks()
  const ui = useUi()
  const isUnanswered = ref(false)

  async function look(id: Id): Promise<void> {
    isUnanswered.value = false
    const isOwnDoing = ui.dialog?.kind === 'view' && ui.dialog.view?.id === id
    try {
      await marks.loadViews()
    } catch {
      isUnanswered.value = true
      return
    }
    if (viewId.value !== id || marks.viewOf(id)) return
    viewId.value = null
    if (route.name !== 'view') return
    if (!isOwnDoing) ui.say(t('view-gone'))
    void router.replace('/')
  }

  const missing = computed(() => (marks.viewOf(viewId.value) ? null : viewId.value))
  watch([missing, () => live.resets], ([id]) => id && void look(id), { immediate: true })
  return computed(() => !!missing.value && !isUnanswered.value)
}
