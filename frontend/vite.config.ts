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

export default defineConfig(({ mode }) => ({
  plugins: [vue(), emoji, layersFirst],
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
    rollupOptions: mode === 'mock' ? { input: { index: here('index.html') } } : {},
  },
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    env: { TZ: 'Europe/Warsaw' },
    restoreMocks: true,
  },
}))
