// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { holdLetters, takeLetters } from '@/app/typed-ahead'

const press = (key: string, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more })
  window.dispatchEvent(event)
  return event
}

afterEach(() => void takeLetters())

test('letters are kept for the field and are no keys meanwhile', () => {
  const asKey = vi.fn()
  window.addEventListener('keydown', asKey)
  holdLetters()

  const letter = press('z')
  press('ó')
  press('x')
  press('Backspace')
  window.removeEventListener('keydown', asKey)

  expect(letter.defaultPrevented).toBe(true)
  expect(asKey).not.toHaveBeenCalled()
  expect(takeLetters()).toBe('zó')
})

test('chords and keys that write nothing go where they would', () => {
  holdLetters()

  expect(press('k', { ctrlKey: true }).defaultPrevented).toBe(false)
  expect(press('Escape').defaultPrevented).toBe(false)
  expect(takeLetters()).toBe('')
})

test('once taken, letters are keys again', () => {
  holdLetters()
  press('a')
  takeLetters()

  expect(press('b').defaultPrevented).toBe(false)
  expect(takeLetters()).toBe('')
})
