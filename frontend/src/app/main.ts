/** Starts the workspace. */
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import '@/styles/index.css'
import App from './App.vue'
import { preferredLanguage, useLanguage } from './i18n'
import { restoreLook } from './look'
import { router } from './router'

async function start(): Promise<void> {
  if (import.meta.env.MODE === 'mock') (await import('../../mock/install')).install()
  restoreLook()
  await useLanguage(preferredLanguage())
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    // Without it the workspace only needs the network to start.
    navigator.serviceWorker.register('/sw.js').catch(() => {})
  }
  createApp(App).use(createPinia()).use(router).mount('#app')
}

void start()
