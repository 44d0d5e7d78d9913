/** What is seldom shown is not part of what everybody loads: it comes when it is needed, with its words. */
import { defineAsyncComponent, type Component } from 'vue'
import { learnSeldom } from './words'

const seldom = <C extends Component>(load: () => Promise<{ default: C }>) =>
  defineAsyncComponent(async () => (await Promise.all([load(), learnSeldom()]))[0])

export const CodeCard = seldom(() => import('./CodeCard.vue'))
export const ConfirmPage = seldom(() => import('./confirm/ConfirmPage.vue'))
export const LeaveCard = seldom(() => import('./LeaveCard.vue'))
export const LinkCard = seldom(() => import('./LinkCard.vue'))
export const LinkView = seldom(() => import('./LinkView.vue'))
export const MenuView = seldom(() => import('./menu/MenuView.vue'))
export const MessageActs = seldom(() => import('./MessageActs.vue'))
