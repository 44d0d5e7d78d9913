import { describe, expect, it } from 'vitest'
import { appearanceOf, formOf, settingsOf, snippetOf } from '@/app/admin/chat/appearance'

const KEPT = { takes_hash: 'yes', title_pl: 'Sklep Jana', languages: 'pl en', allowed_sites: 'https://a.example https://b.example' }

describe('the setup of a chat', () => {
  it('gives back what it was given, and what it does not know', () => {
    const settings = settingsOf(formOf('Shop', null, KEPT), KEPT)

    expect(settings).toMatchObject(KEPT)
    expect(formOf('Shop', null, settings)).toEqual(formOf('Shop', null, KEPT))
  })

  it('takes a text back when it is emptied', () => {
    const form = formOf('Shop', null, KEPT)
    form.texts.pl.title = ' '

    expect(settingsOf(form, KEPT)).not.toHaveProperty('title_pl')
  })

  it('lists sites as they are typed, by line, comma or space', () => {
    const form = formOf('Shop', null, {})
    form.allowed_sites = 'https://a.example\n\n https://b.example, https://c.example'

    expect(settingsOf(form, {}).allowed_sites).toBe('https://a.example https://b.example https://c.example')
  })

  it('previews only what is spoken', () => {
    const form = formOf('Shop', null, { ...KEPT, title_hu: 'Bolt' })

    expect(appearanceOf(form).texts).toEqual({ pl: { title: 'Sklep Jana' }, en: {} })
  })

  it('makes one tag, with the colour and what differs from the usual', () => {
    const plain = snippetOf('https://clew.example', 'i1', formOf('Shop', null, {}))
    const left = snippetOf('https://clew.example', 'i1', formOf('Shop', null, { position: 'left', launcher: 'label' }))

    expect(plain).toBe('<script async src="https://clew.example/widget.js" data-inbox="i1" data-colour="#1f6f5c"></script>')
    expect(left).toContain(' data-position="left" data-launcher="label"')
  })

  it('starts from sense when the settings make none', () => {
    const form = formOf('Shop', null, { colour: 'red', languages: 'xx', launcher: 7 })

    expect([form.colour, form.languages.length, form.launcher]).toEqual(['#1f6f5c', 4, 'bubble'])
  })
})
