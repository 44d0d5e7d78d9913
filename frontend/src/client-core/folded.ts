/** Letters without their marks and cases, so that who has no key for an é or a ł still finds a name. */

/** A stroke through a letter is no mark of Unicode's, so these do not come apart by themselves. */
const STROKES: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o' }

export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .replace(/[łđø]/gu, (letter) => STROKES[letter]!)
