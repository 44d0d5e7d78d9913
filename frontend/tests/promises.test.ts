import { describe, expect, it } from 'vitest'
import { mayPromise } from '@/client-core/promises'

describe('what is asked about', () => {
  it.each(['I write by Monday', 'By tomorrow!', 'Dam znać do jutra', 'Отвечу до пятницы', 'к понедельнику', 'Hétfő 14:20-ig írunk', 'Holnapig.'])('is %s', (text) => {
    expect(mayPromise(text)).toBe(true)
  })

  it.each(['', 'Thank you', 'by', 'Nearby shops', 'Так далеко', 'igen, jó', 'Standby is on'])('is not "%s"', (text) => {
    expect(mayPromise(text)).toBe(false)
  })
})
