import { describe, expect, it } from 'vitest'
import { plainParts, plainText } from '@/client-core/plain-text'

describe('a line that tells what a text is about', () => {
  it.each([
    ['*Refund* _not_ received, `FT2231`', 'Refund not received, FT2231'],
    ['~old~ **new**', 'old new'],
    ['> what you wrote\nYes', 'what you wrote\nYes'],
    ['- coat\n- hat', '• coat\n• hat'],
    ['2. pay\n3. wait', '2. pay\n3. wait'],
  ])('says %j without its marks', (source, said) => {
    expect(plainText(source)).toBe(said)
  })

  it.each(['2*3*4', 'snake_case_name', '*cut off befo', 'see https://x.example/a_b_c'])('leaves %s as it is', (text) => {
    expect(plainText(text)).toBe(text)
  })

  it('keeps what was found in its place, also between two marks', () => {
    const parts = [{ text: 'the *', hit: false }, { text: 'refund', hit: true }, { text: '* of `9,90`', hit: false }]

    expect(plainParts(parts)).toEqual([{ text: 'the ', hit: false }, { text: 'refund', hit: true }, { text: ' of 9,90', hit: false }])
  })
})
