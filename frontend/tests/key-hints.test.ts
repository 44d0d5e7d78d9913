// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { routeLocationKey } from 'vue-router'
import NoticeRegion from '@/app/shell/NoticeRegion.vue'
import { useSession } from '@/app/stores/session'
import { useUi } from '@/app/stores/ui'

/** What stands beside "Undo" for somebody with these preferences. */
function hint(preferences: object): string | null {
  const session = useSession()
  session.me = { preferences } as NonNullable<typeof session.me>
  useUi().say('Parked', { undo: () => {} })
  const region = mount(NoticeRegion, { global: { provide: { [routeLocationKey as symbol]: { params: {} } } } })
  const found = region.find('kbd')
  return found.exists() ? found.text() : null
}

describe('the key beside what can be undone', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('is the one that does it', () => {
    expect(hint({})).toBe('Z')
  })

  it('is the one that was chosen for it', () => {
    expect(hint({ keys: { z: 'i' } })).toBe('I')
  })

  it('is none for who wants no single keys', () => {
    expect(hint({ single_keys: false })).toBeNull()
  })
})
