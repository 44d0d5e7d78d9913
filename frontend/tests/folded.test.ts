import { describe, expect, it } from 'vitest'
import { folded } from '@/client-core/folded'

describe('letters without their marks', () => {
  it.each([
    ['Péter', 'peter'],
    ['ŁUKASZ', 'lukasz'],
    ['Đorđe', 'dorde'],
    ['Йод', 'иод'],
  ])('%s is found as %s', (name, typed) => {
    expect(folded(name)).toBe(typed)
  })
})
