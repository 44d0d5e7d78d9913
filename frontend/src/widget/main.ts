import { createApp } from 'vue'
import App from './App.vue'
import { start } from './start'
import '@/styles/tokens.css'
import '@/styles/rich.css'
import './styles/index.css'

// A newer version has come meanwhile, without that part of this one. What is being written is kept.
addEventListener('vite:preloadError', () => {
  if (performance.now() > 60_000) location.reload()
})

void start(window).then(() => createApp(App).mount('#app'))
