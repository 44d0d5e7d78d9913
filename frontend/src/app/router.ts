/** Addresses of the workspace. What is seen is in the address, so that it can be sent to a colleague. */
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { spoken } from './i18n'
import { useSession } from './stores/session'
import WorkspacePage from './pages/WorkspacePage.vue'

const PLACES = 'mine|team|waiting|parked|resolved'

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignInPage.vue'), meta: { open: true } },
    { path: '/join', name: 'join', component: () => spoken(import('./pages/JoinPage.vue'), 'links'), meta: { open: true } },
    { path: '/forgotten', name: 'forgotten', component: () => spoken(import('./pages/ForgottenPage.vue'), 'links'), meta: { open: true } },
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
        { path: 'search', name: 'search', component: () => spoken(import('./pages/SearchPane.vue'), 'search'), meta: { wide: true } },
        { path: 'contacts/:id', name: 'contact', component: () => spoken(import('./people/ContactPage.vue'), 'contact'), meta: { wide: true } },
        { path: 'settings', name: 'settings', component: () => spoken(import('./pages/SettingsPane.vue'), 'notifying'), meta: { wide: true } },
        { path: 'admin/:section(people|teams|hours|inboxes|tags|canned|tokens|undelivered|quarantine|chat)?', name: 'admin', component: () => spoken(import('./admin/AdminPane.vue'), 'webchat', 'admin', 'settings', 'refusals'), meta: { wide: true } },
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
