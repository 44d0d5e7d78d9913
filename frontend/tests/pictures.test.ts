import { describe, expect, it } from 'vitest'
import { namedPictures, placed, sentWith, withoutPictures, writtenAgain } from '@/client-core/pictures'
import { parseRich } from '@/client-core/richtext'

const LABEL = { id: 'a1', name: 'label [1].png' }
const BILL = { id: 'b2', name: 'bill.png' }

describe('a picture in the text of a letter', () => {
  it('stands there by its name, and is sent by its id', () => {
    const text = `See ${placed(LABEL)} and ${placed(BILL)}`

    expect(text).toBe('See ![label  1 .png] and ![bill.png]')
    expect(sentWith(text, [LABEL, BILL])).toBe('See ![label  1 .png](attachment:a1) and ![bill.png](attachment:b2)')
  })

  it('comes back as it was written, and may be sent again', () => {
    const sent = sentWith(placed(BILL), [BILL])

    expect(writtenAgain(sent)).toBe('![bill.png]')
    expect(sentWith(sent, [BILL])).toBe(sent)
  })

  it('is shown by its name where there is only text', () => {
    const sent = sentWith(`See ${placed(BILL)}`, [BILL])

    expect(namedPictures(sent)).toBe('See [bill.png]')
    expect(parseRich(sent)).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: 'See [bill.png]' }] }])
  })

  it('goes when its file is removed; what looks like one stays', () => {
    expect(withoutPictures('a ![bill.png] b ![else.png]', [BILL])).toBe('a  b ![else.png]')
    expect(sentWith('![else.png]', [BILL])).toBe('![else.png]')
  })
})
