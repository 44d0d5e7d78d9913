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
  createApp(App).use(createPinia()).use(router).mount('#app')
}

void start()
