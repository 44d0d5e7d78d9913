import { createApp } from 'vue'
import App from './App.vue'
import { start } from './start'
import '@/styles/tokens.css'
import '@/styles/rich.css'
import './widget.css'

void start(window).then(() => createApp(App).mount('#app'))
