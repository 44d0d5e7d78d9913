/** The inbox's colour as the few tokens that the widget uses, readable in both themes. */
import { css, fill, mix, readableOn, readColour } from './colour'

const PLAIN = [31, 111, 92] as const
const LIGHT = [255, 255, 255] as const
const DARK = [27, 28, 31] as const

export interface Theme {
  ground: string
  ink: string
  tokens: Record<string, string>
}

export function themeOf(colour: string | null | undefined, isDark: boolean): Theme {
  const own = readColour(colour) ?? PLAIN
  const surface = isDark ? DARK : LIGHT
  const { ground, ink } = fill(own)
  const accent = readableOn(surface, own)
  const soft = mix(surface, own, isDark ? 0.25 : 0.1)
  return {
    ground: css(ground),
    ink: css(ink),
    tokens: {
      '--fill': css(ground),
      '--fill-ink': css(ink),
      '--accent': css(accent),
      '--accent-strong': css(readableOn(soft, accent)),
      '--accent-soft': css(soft),
    },
  }
}

export function wear(theme: Theme, element: HTMLElement = document.documentElement): void {
  for (const [name, value] of Object.entries(theme.tokens)) element.style.setProperty(name, value)
}
