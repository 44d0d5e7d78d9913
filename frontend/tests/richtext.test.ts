import { describe, expect, it } from 'vitest'
import { parseInline, parseRich, type Block, type Inline } from '@/client-core/richtext'
import { dice } from './fakes'

const plain = (node: Inline): string => {
  if (node.type === 'break') return '\n'
  if ('children' in node) return node.children.map(plain).join('')
  return node.text
}
const words = (block: Block): string => {
  if (block.type === 'code') return block.text
  if (block.type === 'list') return block.items.map((item) => item.map(plain).join('')).join('\n')
  return block.children.map(plain).join('')
}

describe('rich text', () => {
  it('knows strong, emphasis, struck and code', () => {
    expect(parseInline('*a* _b_ ~c~ `d` **e**').map((node) => node.type)).toEqual([
      'strong', 'text', 'em', 'text', 'strike', 'text', 'code', 'text', 'strong',
    ])
  })

  it.each(['2*3*4', 'snake_case_name', 'a * b * c', '*open', '**', '_', '5 ~ 6', '``'])('leaves %s as it is', (text) => {
    expect(parseInline(text)).toEqual([{ type: 'text', text }])
  })

  it('makes links of plain web addresses only', () => {
    const links = (text: string) => parseInline(text).filter((node) => node.type === 'link')

    expect(links('see https://x.example/a?b=1.')).toEqual([{ type: 'link', href: 'https://x.example/a?b=1', text: 'https://x.example/a?b=1' }])
    expect(links('(www.x.example)')).toMatchObject([{ href: 'https://www.x.example' }])
    expect(links('https://x.example/confirm#… or http://www.x.example/#…')).toEqual([])
    expect(links('javascript:alert(1) data:text/html,x vbscript:y')).toEqual([])
  })

  it('keeps brackets that belong to the address', () => {
    expect(parseInline('https://x.example/a_(b)')[0]).toMatchObject({ text: 'https://x.example/a_(b)' })
  })

  it('makes lists of two lines and more, not of one dash', () => {
    expect(parseRich('- a\n- b')[0]).toMatchObject({ type: 'list', ordered: false })
    expect(parseRich('3. a\n4. b')[0]).toMatchObject({ type: 'list', ordered: true, start: 3 })
    expect(parseRich('- Dzień dobry, powiedziała')[0]?.type).toBe('paragraph')
  })

  it('keeps lines, quotes and fences', () => {
    expect(parseRich('a\nb\n\n> q\n```\n*x*\n```').map((block) => block.type)).toEqual(['paragraph', 'quote', 'code'])
  })

  it('never makes elements of markup', () => {
    expect(parseRich('<img src=x onerror=alert(1)>')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: '<img src=x onerror=alert(1)>' }] },
    ])
  })

  it('loses no letter, whatever it is given', () => {
    const alphabet = ['a', 'ż', 'Ж', '*', '_', '~', '`', ' ', '\n', '-', '>', '1', '.', '(', ')', '😀', 'https://x.y/']
    for (let round = 0; round < 2_000; round += 1) {
      const random = dice(round)
      const length = Math.floor(random() * 30)
      const text = Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
      const letters = (from: string) => from.match(/\p{L}|😀/gu)?.join('') ?? ''
      expect(letters(parseRich(text).map(words).join('\n')), JSON.stringify(text)).toBe(letters(text))
    }
  })
})
