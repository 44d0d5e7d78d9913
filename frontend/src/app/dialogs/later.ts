/** The dialogs of a case: fetched once there is nothing better to do, so that each opens at once. */
import { defineAsyncComponent } from 'vue'
import { spoken } from '../i18n'
import { soon } from '../soon'

const FILES = {
  assign: () => spoken(import('./AssignDialog.vue'), 'dialogs'),
  later: () => spoken(import('./LaterDialog.vue'), 'dialogs'),
  move: () => spoken(import('./MoveDialog.vue'), 'dialogs'),
  park: () => spoken(import('./ParkDialog.vue'), 'dialogs'),
  picture: () => import('../timeline/PictureDialog.vue'),
  resolve: () => spoken(import('./ResolveDialog.vue'), 'dialogs'),
  tags: () => spoken(import('./TagsDialog.vue'), 'dialogs'),
  template: () => spoken(import('./TemplateDialog.vue'), 'templates'),
}

export const AssignDialog = defineAsyncComponent(FILES.assign)
export const LaterDialog = defineAsyncComponent(FILES.later)
export const MoveDialog = defineAsyncComponent(FILES.move)
export const ParkDialog = defineAsyncComponent(FILES.park)
export const PictureDialog = defineAsyncComponent(FILES.picture)
export const ResolveDialog = defineAsyncComponent(FILES.resolve)
export const TagsDialog = defineAsyncComponent(FILES.tags)
export const TemplateDialog = defineAsyncComponent(FILES.template)

export function fetchDialogs(): void {
  // Without a network they are asked for again when one is wanted.
  soon(() => void Promise.allSettled(Object.values(FILES).map((file) => file())))
}
