/** The places of the workspace: names, icons, order. */
import { CircleCheck, CirclePause, CircleUserRound, Hourglass, Users } from '@lucide/vue'
import type { Component } from 'vue'
import type { Counts, Place } from '@/client-core/api.types'
import { msg } from '@/client-core/time'

export interface PlaceEntry {
  place: Exclude<Place, 'all' | 'open'>
  words: string
  icon: Component
  keys: string
  count: (counts: Counts) => number | null
}

export const PLACES: PlaceEntry[] = [
  { place: 'mine', words: msg('place-mine'), icon: CircleUserRound, keys: 'G M', count: (counts) => counts.mine },
  { place: 'team', words: msg('place-team'), icon: Users, keys: 'G T', count: (counts) => counts.team },
  { place: 'waiting', words: msg('place-waiting'), icon: Hourglass, keys: 'G W', count: (counts) => counts.waiting },
  { place: 'parked', words: msg('place-parked'), icon: CirclePause, keys: 'G P', count: (counts) => counts.parked },
  // What is done waits for nobody and only grows: its size is nothing to act on, so it has none.
  { place: 'resolved', words: msg('place-resolved'), icon: CircleCheck, keys: '', count: () => null },
]

export function isPlace(value: unknown): value is PlaceEntry['place'] {
  return PLACES.some((one) => one.place === value)
}
