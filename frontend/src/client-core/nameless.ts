/**
 * What the server calls a visitor who has not said their name (`clew/domain/nameless.py`): a sign and
 * four digits of their id. The word around them is that of each reader's language.
 */
const NAMELESS = /^~([0-9A-F]{4})$/u
const CODE = /(?<![\p{L}\d])[0-9a-f]{4}(?![\p{L}\d])/iu

/** The digits that stand in the place of a name, or undefined if it is a name. */
export const codeOf = (name: string): string | undefined => NAMELESS.exec(name)?.[1]

/** The other way round: what somebody seeks who typed what a visitor is called on the screen. */
export function soughtAs(typed: string, called: (name: string) => string): string {
  const name = `~${CODE.exec(typed)?.[0].toUpperCase()}`
  return codeOf(name) && called(name).toLocaleLowerCase() === typed.trim().toLocaleLowerCase() ? name : typed
}
