/** What is done with a case by naming whom or what: "assign peter", "tag refund". */
import { computed, type ComputedRef } from 'vue'
import type { Case } from '@/client-core/api.types'
import type { Deed } from '@/client-core/palette'
import { useI18n } from '../i18n'
import { store } from '../runtime'
import { useActions } from '../stores/actions'
import { useSession } from '../stores/session'
import { useWords } from '../stores/words'

interface RunnableDeed extends Deed {
  run: () => void
}

export function useDeeds(row: () => Case | null): ComputedRef<RunnableDeed[]> {
  const { t } = useI18n()
  const actions = useActions()
  const session = useSession()
  const words = useWords()

  /** English ones are understood in every language. */
  const verbs = computed(() => ({ assign: `assign, ${t('palette-assign-verbs')}`, tag: `tag, ${t('palette-tag-verbs')}` }))

  function toPeople(on: Case): RunnableDeed[] {
    const others = [...store.agents.values()].filter((one) => !one.disabled && one.id !== on.owner?.id)
    return others.map((one) => {
      const isMe = one.id === session.viewer.id
      return {
        key: `assign-${one.id}`, group: 'case', verbs: verbs.value.assign,
        name: isMe ? `${one.name}, ${t('palette-me')}` : one.name,
        label: t('palette-assign', { name: isMe ? t('assign-me', { name: one.name }) : one.name }),
        hint: one.availability === 'available' ? t('availability-available') : t('availability-away'),
        run: () => void actions.assign(on, { agent_id: one.id }, one.name),
      }
    })
  }

  function toTeams(on: Case): RunnableDeed[] {
    const others = [...store.teams.values()].filter((one) => on.owner || one.id !== on.team?.id)
    return others.map((one) => ({
      key: `assign-${one.id}`, group: 'case', verbs: verbs.value.assign, name: one.name,
      label: t('palette-assign', { name: one.name }),
      hint: t('assign-team'),
      run: () => void actions.assign(on, { team_id: one.id }, one.name),
    }))
  }

  function withTags(on: Case): RunnableDeed[] {
    const seen = on.tags ?? []
    return words.offered.map((one) => {
      const has = seen.includes(one.id)
      return {
        key: `tag-${one.id}`, group: 'case', verbs: verbs.value.tag, name: one.name,
        label: has ? t('palette-untag', { name: one.name }) : t('palette-tag', { name: one.name }),
        run: () => void actions.tag(on, has ? seen.filter((id) => id !== one.id) : [...seen, one.id], seen),
      }
    })
  }

  return computed(() => {
    const on = row()
    if (!on) return []
    return [...(on.status === 'open' ? [...toPeople(on), ...toTeams(on)] : []), ...withTags(on)]
  })
}
