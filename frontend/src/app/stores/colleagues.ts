/** Colleagues, teams, inboxes, tags and marks: learnt at the beginning, and anew when too much was missed. */
import { watch } from 'vue'
import { api, store } from '../runtime'
import { useLive } from './live'
import { useMarks } from './marks'
import { useWords } from './words'

export async function learnColleagues(): Promise<void> {
  await Promise.allSettled([
    api.agents().then(({ data }) => data.items.forEach((one) => store.agents.set(one.id, one))),
    learnTeams(),
    useWords().loadTags(),
    useMarks().load(),
    api.inboxes().then(({ data }) => data.items.forEach((one) => store.inboxes.set(one.id, one))),
  ])
}

async function learnTeams(): Promise<void> {
  const { data } = await api.teams()
  for (const one of data.items) store.teams.set(one.id, one)
}

/** Keep what is known of them current. */
export function watchColleagues(): void {
  const live = useLive()
  watch(() => live.resets, learnColleagues)
  live.onChanges((changes) => {
    const isNew = (id: string) => !store.teams.has(id)
    if (changes.some((one) => one.type === 'agent' && one.agent.team_ids.some(isNew))) void learnTeams().catch(() => {})
  })
}
