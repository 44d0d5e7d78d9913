/** Colleagues, teams, inboxes, tags and marks: learnt at the beginning, and anew when too much was missed. */
import { watch } from 'vue'
import { rereading } from '@/client-core/rereading'
import { api, store } from '../runtime'
import { useLive } from './live'
import { useMarks } from './marks'
import { useSession } from './session'
import { useWords } from './words'

export async function learnColleagues(): Promise<void> {
  await Promise.allSettled([
    store.whole.agents.load(api.agents),
    learnTeams(),
    useWords().loadTags(),
    useMarks().load(),
    store.whole.inboxes.load(api.inboxes),
  ])
}

async function learnTeams(): Promise<void> {
  for (const { id, name } of await store.whole.teams.load(api.teams)) store.know('team', { id, name })
}

/** What everybody is told to read again at once is asked for within this time. */
const SPREAD_MS = 1_500

/** Keep what is known of them current. */
export function watchColleagues(): void {
  const live = useLive()
  const marks = useMarks()
  const words = useWords()
  const { learnPreferences } = useSession()
  const own = { stars: marks.loadStars, mentions: marks.loadMentions, preferences: learnPreferences }
  const everybodys = { teams: learnTeams, tags: words.loadTags, canned_replies: words.loadCannedAgain, views: marks.loadViews }
  const readAgain = rereading({ ...own, ...everybodys }, { pause: (what) => (what in own ? 0 : Math.random() * SPREAD_MS) })
  watch(
    () => live.resets,
    () => {
      void learnColleagues()
      readAgain('canned_replies')
      readAgain('preferences')
    },
  )
  live.onChanges((changes) => {
    const isNew = (id: string) => !store.teams.has(id)
    for (const one of changes) {
      if (one.type === 'outdated') readAgain(one.what)
      else if (one.type === 'agent' && one.agent.team_ids.some(isNew)) readAgain('teams')
    }
  })
}
