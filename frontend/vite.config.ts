import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { emoji } from './scripts/emoji.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Every style sheet may be the first to arrive, so each one states the order of the layers. */
export const layersFirst: Plugin = {
  name: 'clew:layers-first',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue
      file.source = `@layer tokens,base,ui,app;${file.source.toString()}`
    }
  },
}

/** Components are written with `setup` alone, as those we use are: the other way in is left out. */
export const setupAlone = { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' }

/** What every screen needs is one file: in a dozen small ones it is packed worse, by two kilobytes. */
const STORES = { name: 'stores', test: /src\/app\/stores\/(session|live|actions|conversations|ui|marks|words|lists|reading|colleagues)\.ts$/u }

export default defineConfig(({ mode }) => ({
  plugins: [vue(), emoji, layersFirst],
  define: setupAlone,
  resolve: { alias: { '@': here('src'), '@locales': here('../locales') } },
  server: {
    port: 5173,
    fs: { allow: [here('.'), here('../locales')] },
    proxy:
      mode === 'mock'
        ? undefined
        : { '/api': { target: 'http://127.0.0.1:8080', ws: true, changeOrigin: false } },
  },
  build: {
    outDir: mode === 'mock' ? here('node_modules/.mock-build') : here('../clew/static/workspace'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing may end up inline: the page runs under a strict Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rollupOptions: mode === 'mock' ? { input: { index: here('index.html') } } : { output: { codeSplitting: { groups: [STORES] } } },
  },
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    env: { TZ: 'Europe/Warsaw' },
    restoreMocks: true,
  },
}))
