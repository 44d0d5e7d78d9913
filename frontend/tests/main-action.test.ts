// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { useMainAction } from '@/app/composer/main-action'
import { api } from '@/app/runtime'
import { useSession } from '@/app/stores/session'
import type { Case, Me, Preferences, ReplyInbox, SendAction } from '@/client-core/api.types'
import { kindOf, mainAction, MOST_KINDS, withMainAction } from '@/client-core/main-action'

describe('what the main button does', () => {
  it('is remembered for each team and manner of talking', () => {
    const chats = withMainAction({ main_action: 'park' }, kindOf('t1', 'webchat'), 'done')

    expect(mainAction(chats, kindOf('t1', 'webchat'))).toBe('done')
    expect(['t2', 't1'].map((team) => mainAction({ main_action: 'park', ...chats }, kindOf(team, 'email')))).toEqual(['park', 'park'])
    expect(kindOf('t1', 'whatsapp')).toBe(kindOf('t1', 'telegram'))
  })

  it('is to send until somebody chooses otherwise, whatever stands in the preferences', () => {
    const odd = { main_actions: [null, 'x', ['t1/chat', 'explode'], ['t1/chat', 'park']] } as unknown as Preferences

    expect([mainAction({}, 't1/chat'), mainAction(odd, 't1/chat'), mainAction({ main_actions: 7 } as unknown as Preferences, 't1/chat')]).toEqual(['send', 'park', 'send'])
  })

  it('forgets the kinds that were chosen for longest ago, so that all fit into what is kept', () => {
    const team = (n: number) => `01a206e8-2252-70d9-8b2b-${String(n).padStart(12, '0')}`
    let kept: Preferences = {}
    for (let n = 0; n < 200; n += 1) kept = withMainAction(kept, kindOf(team(n), 'whatsapp'), 'done')
    kept = withMainAction(kept, kindOf(team(170), 'whatsapp'), 'park')

    expect(kept.main_actions).toHaveLength(MOST_KINDS)
    expect(JSON.stringify(kept).length).toBeLessThan(4_000)
    expect([0, 170, 199].map((n) => mainAction(kept, kindOf(team(n), 'whatsapp')))).toEqual(['send', 'park', 'done'])
  })
})

describe('the main button of an open case', () => {
  const ROW = { id: 'c1', team: { id: 't1', name: 'Orders' }, channel: 'whatsapp' } as unknown as Case
  const PREFERENCES: Preferences = { main_actions: [['t1/messages', 'done'], ['t2/messages', 'park'], ['t1/chat', 'park']] as [string, SendAction][] }

  beforeEach(() => {
    setActivePinia(createPinia())
    useSession().me = { preferences: PREFERENCES } as Me
  })

  function aButton() {
    const [row, inbox, text] = [ref(ROW), ref<ReplyInbox | null>(null), ref('')]
    return { row, inbox, text, ...useMainAction(row, inbox, text) }
  }

  it('follows the case, and by what it is answered', async () => {
    const { row, inbox, action } = aButton()
    const seen = [action.value]

    inbox.value = { channel: 'webchat' } as ReplyInbox
    await nextTick()
    seen.push(action.value)
    inbox.value = null
    row.value = { ...ROW, id: 'c2', team: { id: 't2', name: 'Returns' } }
    await nextTick()

    expect([...seen, action.value]).toEqual(['done', 'park', 'park'])
  })

  it('never changes under what somebody writes', async () => {
    const { row, text, action } = aButton()
    text.value = 'One moment'
    await nextTick()

    row.value = { ...ROW, team: { id: 't2', name: 'Returns' } }
    await nextTick()
    const written = action.value
    text.value = ''
    await nextTick()

    expect([written, action.value]).toEqual(['done', 'park'])
  })

  it('keeps what is chosen, for cases of this kind', () => {
    const saved = vi.spyOn(api, 'setPreferences').mockImplementation((all) => Promise.resolve(all))
    const { action, remember } = aButton()

    remember('done')
    remember('send')

    expect([action.value, saved.mock.calls.length]).toEqual(['send', 1])
    expect(saved.mock.calls[0]![0].main_actions?.[0]).toEqual(['t1/messages', 'send'])
  })
})
