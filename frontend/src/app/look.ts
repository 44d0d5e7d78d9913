/** Theme and density, on the root element; remembered so that the next start has no flash. */
import type { Preferences } from '@/client-core/api.types'

const KEY = 'clew.look'

type Look = Pick<Preferences, 'theme' | 'density'>

export function applyLook(look: Look): void {
  const root = document.documentElement
  if (look.theme === 'light' || look.theme === 'dark') root.dataset.theme = look.theme
  else delete root.dataset.theme
  if (look.density === 'compact') root.dataset.density = 'compact'
  else delete root.dataset.density
  try {
    localStorage.setItem(KEY, JSON.stringify({ theme: look.theme, density: look.density }))
  } catch {
    // Without storage only the first moment of the next start differs.
  }
}

export function restoreLook(): void {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Look
    applyLook(kept)
  } catch {
    // Nothing remembered.
  }
}
