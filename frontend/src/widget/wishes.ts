/** How the administrator's form tells the preview beside it what it shall look like. */
import type { Appearance } from '@/contact-client'

export const PREVIEW = 'clew-preview'

export interface PreviewWish {
  clew: typeof PREVIEW
  name: string
  appearance: Appearance
  languages: string[]
  language: string
  isDark: boolean
}
