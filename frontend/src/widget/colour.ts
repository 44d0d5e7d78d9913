/** An inbox's colour, made readable: whatever was chosen, text on it and in it can be read. */

type Rgb = readonly [number, number, number]

const WHITE: Rgb = [255, 255, 255]
const INK: Rgb = [20, 22, 24]
/** WCAG 2.2, 1.4.3: text. */
const READABLE = 4.5

/** `#rrggbb`, or null for anything else. */
export function readColour(text: string | null | undefined): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(text ?? '')
  return match ? [hex(match[1]!), hex(match[2]!), hex(match[3]!)] : null
}

/** WCAG's contrast of two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** White or ink, whichever is easier to read on `colour`. */
export function inkOn(colour: Rgb): Rgb {
  return contrast(colour, WHITE) >= READABLE || contrast(colour, WHITE) >= contrast(colour, INK) ? WHITE : INK
}

/** `colour`, moved away from `ground` until text in it is readable there. */
export function readableOn(ground: Rgb, colour: Rgb): Rgb {
  const towards = luminance(ground) > 0.18 ? [0, 0, 0] as const : WHITE
  for (let step = 0; step <= 20; step += 1) {
    const mixed = mix(colour, towards, step / 20)
    if (contrast(mixed, ground) >= READABLE) return mixed
  }
  return towards
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2) => Math.round(a[i] + (b[i] - a[i]) * share)
  return [part(0), part(1), part(2)]
}

export const css = (colour: Rgb): string => `rgb(${colour.join(' ')})`

/** A fill for buttons and one's own words on which `inkOn` can be read: 4.5:1, darkened if need be. */
export function fill(colour: Rgb): { ground: Rgb; ink: Rgb } {
  const ink = inkOn(colour)
  return { ground: contrast(colour, ink) >= READABLE ? colour : readableOn(ink, colour), ink }
}

const hex = (text: string): number => Number.parseInt(text, 16)

function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
