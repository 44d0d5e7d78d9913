/** Windows of one person at one browser do some things one after the other. */

export type Alone = (name: string, work: () => Promise<void>) => Promise<void>

/** Do `work` while no other window does anything of this name; at once where a browser knows no locks. */
export const alone: Alone = async (name, work) => {
  let hasBegun = false
  const begin = () => ((hasBegun = true), work())
  try {
    await (navigator.locks?.request(name, begin) ?? begin())
  } catch (error) {
    // Some frames may not ask for a lock.
    if (hasBegun) throw error
    await begin()
  }
}
