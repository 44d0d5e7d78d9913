import { describe, expect, it } from 'vitest'
import type { Case, Change, Place } from '@/client-core/api.types'
import { EntityStore } from '@/client-core/store'
import { answer } from '../mock/routes'
import { seed } from '../mock/seed'
import { MockServer } from '../mock/server'
import { dice } from './fakes'

const NOW = 1_763_800_000_000
const PLACES: Place[] = ['mine', 'team', 'waiting', 'parked', 'resolved']
const ROUNDS = 60
const STEPS = 25

function aServer(): MockServer {
  return new MockServer(seed(NOW), () => NOW)
}

/** What a browser would fetch: every place, and the end of one conversation. */
function snapshot(server: MockServer, store: EntityStore, conversation: string): void {
  for (const place of PLACES) store.applyCases(server.page(new URLSearchParams({ place, limit: '1000' })).items)
  const url = new URL(`http://test/api/v1/conversations/${conversation}/timeline?limit=1000`)
  store.timeline(conversation).merge(answer(server, 'GET', url, null).body as never, 'end')
}

function picture(store: EntityStore, server: MockServer, conversation: string): unknown {
  const lists = PLACES.map((place) => store.list(place, server.me).map((row) => `${row.id}@${row.v}`))
  return { lists, items: store.timeline(conversation).view().map((item) => `${item.id}@${item.v}`) }
}

function doSomething(server: MockServer, pick: <T>(from: readonly T[]) => T): void {
  const row = pick(server.world.cases)
  const acts = [
    () => server.receive(row.id, 'hello'),
    () => server.assign(row.id, { agent_id: pick(server.world.agents).id }),
    () => server.assign(row.id, { team_id: pick(server.world.teams).id }),
    () => server.park(row.id, new Date(NOW + 9e6).toISOString(), 'later'),
    () => server.wake(row.id),
    () => server.resolve(row.id, 'solved'),
    () => server.reopen(row.id),
    () => server.noReplyNeeded(row.id),
    () => {
      const items = server.itemsOf(row.conversation_id)
      if (items.length > 0) server.changeItem(row.conversation_id, pick(items).id, { edited_at: 'now' })
    },
  ]
  pick(acts)()
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map((one) => one.value)
}

describe('the store', () => {
  it('ends with the same picture from a snapshot and changes as from a fresh snapshot', () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const random = dice(round)
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
      const server = aServer()
      const store = new EntityStore()
      const conversation = server.case('c4')!.conversation_id
      snapshot(server, store, conversation)

      for (let step = 0; step < STEPS; step += 1) doSomething(server, pick)
      const changes: Change[] = server.log.map((entry) => entry.change)
      // Late, early, twice: as frames, echoes and snapshots may arrive.
      const arrived = shuffled([...changes, ...changes.filter(() => random() < 0.3)], random)
      store.applyChanges(arrived)

      const fresh = new EntityStore()
      snapshot(server, fresh, conversation)
      expect(picture(store, server, conversation), `round ${round}`).toEqual(picture(fresh, server, conversation))
    }
  })

  it('ignores a row that is not newer than the one held', () => {
    const server = aServer()
    const store = new EntityStore()
    const row = server.case('c1')!

    store.applyCase({ ...row, v: 5, subject: 'new' })
    const news = store.applyCase({ ...row, v: 5, subject: 'same number' })

    expect([news, store.cases.get('c1')?.subject]).toEqual([false, 'new'])
  })

  it('shows nothing beyond the last loaded page', () => {
    const server = aServer()
    const store = new EntityStore()
    const page = server.page(new URLSearchParams({ place: 'mine', limit: '2' }))
    store.applyCases(page.items)
    const far = server.page(new URLSearchParams({ place: 'mine', limit: '50' })).items.at(-1)!

    store.applyCase(far)

    const shown = store.list('mine', server.me, page.items.at(-1)!)
    expect(shown.map((row) => row.id)).toEqual(page.items.map((row) => row.id))
  })

  it('keeps a page in its order as rows change, to the microsecond and by id', () => {
    const server = aServer()
    const store = new EntityStore()
    const at = (place: string) => ({ opened_at: `2026-11-22T09:00:00${place}Z` })
    const said = ['.5', '.123789', '.123456', '.123456', '']
    const rows = said.map((one, i) => ({ ...server.case('c1')!, id: `x${i}`, v: 1, last_message: null, ...at(one) }))
    const ids = (horizon: Case | null) => store.list('open', server.me, horizon, 'latest').map((row) => row.id)

    // The page ended with `x3`: what comes after it is not known, though it lies here.
    store.applyCases(rows)
    expect(ids(rows[2]!)).toEqual(['x0', 'x1', 'x3', 'x2'])
    expect(ids(rows[3]!)).toEqual(['x0', 'x1', 'x3'])

    // Something is said in the last one, and in one that was never fetched.
    const last = { text: '', direction: 'in' as const, channel: '', author_name: '', at: '2026-11-22T09:00:00.6Z' }
    store.applyChanges([rows[4]!, { ...rows[4]!, id: 'y' }].map((row) => ({ type: 'case', case: { ...row, v: 2, last_message: last } })))
    expect(ids(rows[3]!)).toEqual(['y', 'x4', 'x0', 'x1', 'x3'])

    // Who waits longest stands above, wherever the deadline is.
    const since = (place: string) => ({ ...rows[0]!.next_move!, opened_at: `2020-11-20T0${place}:00:00Z` })
    store.applyChanges(['2', '1'].map((hour, i) => ({ type: 'case', case: { ...rows[i]!, v: 3, next_move: since(hour) } })))
    expect(store.list('open', server.me, null, 'waiting').slice(0, 2).map((row) => row.id)).toEqual(['x1', 'x0'])
  })

  it('does not let a late snapshot bring back a row that was passed over', () => {
    const server = aServer()
    const store = new EntityStore()
    const late = { ...server.case('c4')! }

    server.assign('c4', { agent_id: 'a2' })
    store.applyChanges(server.log.map((entry) => entry.change), () => false)
    store.applyCase(late)
    const before = store.cases.size
    store.applyCase({ ...server.case('c4')! })

    expect([before, store.cases.size]).toEqual([0, 1])
  })

  it('says of a contact in every row what was heard last', () => {
    const server = aServer()
    const store = new EntityStore()
    snapshot(server, store, 'none')
    const { id } = server.case('c1')!.contact

    store.applyChanges([{ type: 'contact', contact: { id, name: 'Anna Nowak', confidence: 'confirmed' } }])
    // A name that was typed here says nothing of how sure we are.
    store.applyChanges([{ type: 'contact', contact: { id, name: 'Anna Nowak-Lis' } }])

    for (const row of ['c1', 'r1'].map((one) => store.cases.get(one)?.contact)) {
      expect(row).toEqual({ id, name: 'Anna Nowak-Lis', confidence: 'confirmed' })
    }
  })

  it('says of a contact what was heard last, also in a page that was read before that and comes after', () => {
    const { items } = aServer().page(new URLSearchParams({ place: 'mine', limit: '1000' }))
    const { id } = items[0]!.contact
    const heard = { id, name: 'Anna Nowak', confidence: 'confirmed' as const }
    const held = (store: EntityStore) => store.cases.get(items[0]!.id)!.contact
    const told = () => {
      const store = new EntityStore()
      store.applyChanges([{ type: 'contact', contact: heard }], () => true, 7)
      return store
    }
    const [late, fresh, reset, streamed] = [told(), told(), told(), told()]

    late.applyCases(items, 6)
    fresh.applyCases(items, 7)
    reset.clear()
    reset.applyCases(items, 3)
    streamed.applyChanges([{ type: 'case', case: items[0]! }], () => true, 8)

    expect(held(late)).toEqual(heard)
    for (const store of [fresh, reset, streamed]) expect(held(store)).toEqual(items[0]!.contact)
  })

  it('names owners and teams in every row as they are called now', () => {
    const server = aServer()
    const store = new EntityStore()
    snapshot(server, store, 'none')
    const row = [...store.cases.values()].find((one) => one.owner && one.team)!
    const agent = server.world.agents.find((one) => one.id === row.owner!.id)!

    store.applyChanges([{ type: 'agent', agent: { ...agent, name: 'Olga Nowak' } }])
    store.know('team', { id: row.team!.id, name: 'Night shift' })

    expect(store.cases.get(row.id)!.owner).toEqual({ id: agent.id, name: 'Olga Nowak' })
    expect(store.cases.get(row.id)!.team!.name).toBe('Night shift')
  })
})
