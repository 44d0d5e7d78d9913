import { describe, expect, it } from 'vitest'
import { choose, drawn, keyFor, nameOfPress, readChoices, takenBy } from '@/client-core/key-names'

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  nameOfPress({ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more })

describe('a key that somebody chose', () => {
  it('does what the other did, and going back leaves no trace', () => {
    const changed = choose({}, 'e', 'd')

    expect([keyFor('e', changed), keyFor('r', changed), choose(changed, 'e', 'e')]).toEqual(['d', 'r', {}])
  })

  it('may be none at all', () => {
    expect(keyFor('e', choose({}, 'e', ''))).toBe('')
  })

  it('is refused where another act has it, or begins with it', () => {
    const acts = ['e', 'r', 'g m']

    expect([takenBy('r', acts, {}), takenBy('g', acts, {}), takenBy('q', acts, {})]).toEqual(['r', 'g m', null])
    expect(takenBy('r', acts, { r: 'q' })).toBeNull()
  })

  it('is the letter of the layout, and the key’s place where that writes no Latin letters', () => {
    expect([press('e'), press('E', { shiftKey: true }), press('у', { code: 'KeyE' }), press('?', { shiftKey: true })]).toEqual(['e', 'Shift+e', 'e', '?'])
  })

  it('is never a chord of the browser, a letter with Alt, nor a key that moves', () => {
    expect([press('e', { ctrlKey: true }), press('ę', { altKey: true }), press('e', { metaKey: true }), press('Tab'), press('Shift', { shiftKey: true }), press(' ')]).toEqual([null, null, null, null, null, null])
  })

  it('is drawn as it is pressed', () => {
    expect([drawn('Shift+e'), drawn('g m'), drawn('')]).toEqual([['Shift', 'E'], ['G', 'M'], []])
  })

  it('is read from preferences that anybody may have written', () => {
    expect([readChoices(null), readChoices('x'), readChoices({ e: 'd', r: 7 })]).toEqual([{}, {}, { e: 'd' }])
  })
})
