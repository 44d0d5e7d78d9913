/** Builds the chat window (`clew/static/widget`); `scripts/build-loader.mjs` adds what stands beside it. */
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { layersFirst, setupAlone } from './vite.config.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('src/widget'),
  base: '/widget/',
  plugins: [vue(), layersFirst],
  define: setupAlone,
  resolve: { alias: { '@': here('src'), '@locales': here('../locales') } },
  build: {
    outDir: here('../clew/static/widget'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
})
