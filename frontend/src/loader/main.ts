import { load } from './loader'

const script = document.currentScript ?? document.querySelector('script[data-inbox][src$="/widget.js"]')
try {
  load(script as HTMLScriptElement, window)
} catch (error) {
  console.error('Clew:', error)
}
