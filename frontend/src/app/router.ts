/** Addresses of the workspace. What is seen is in the address, so that it can be sent to a colleague. */
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { speakAlso } from './i18n'
import { useSession } from './stores/session'
import WorkspacePage from './pages/WorkspacePage.vue'

const PLACES = 'mine|team|waiting|parked|resolved'

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignInPage.vue'), meta: { open: true } },
    { path: '/join', name: 'join', component: async () => (await Promise.all([import('./pages/JoinPage.vue'), speakAlso('links')]))[0], meta: { open: true } },
    { path: '/forgotten', name: 'forgotten', component: async () => (await Promise.all([import('./pages/ForgottenPage.vue'), speakAlso('links')]))[0], meta: { open: true } },
    { path: '/', redirect: { name: 'place', params: { place: 'mine' } } },
    {
      path: '/',
      component: WorkspacePage,
      children: [
        { path: `place/:place(${PLACES})`, name: 'place', component: () => import('./pages/NoCasePane.vue') },
        { path: 'cases/:id', name: 'case', component: () => import('./pages/CasePane.vue') },
        { path: 'views/:view', name: 'view', component: () => import('./pages/NoCasePane.vue') },
        { path: 'starred', name: 'starred', component: () => import('./pages/MarksPane.vue'), meta: { wide: true } },
        { path: 'mentions', name: 'mentions', component: () => import('./pages/MarksPane.vue'), meta: { wide: true } },
        { path: 'search', name: 'search', component: async () => (await Promise.all([import('./pages/SearchPane.vue'), speakAlso('search')]))[0], meta: { wide: true } },
        { path: 'contacts/:id', name: 'contact', component: async () => (await Promise.all([import('./people/ContactPage.vue'), speakAlso('contact')]))[0], meta: { wide: true } },
        { path: 'settings', name: 'settings', component: () => import('./pages/SettingsPane.vue'), meta: { wide: true } },
        { path: 'admin/:section(people|teams|hours|inboxes|tags|canned|tokens|undelivered|quarantine|chat)?', name: 'admin', component: async () => (await Promise.all([import('./admin/AdminPane.vue'), speakAlso('webchat', 'admin', 'settings', 'refusals')]))[0], meta: { wide: true } },
      ],
    },
    { path: '/:rest(.*)*', name: 'lost', redirect: { name: 'place', params: { place: 'mine' } } },
  ],
})

router.beforeEach(async (to: RouteLocationNormalized) => {
  const session = useSession()
  if (session.state === 'unknown') await session.restore()
  if (session.state === 'out' && !to.meta.open) {
    return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  }
  if (session.state === 'in' && to.name === 'sign-in') return { path: '/' }
  return true
})
