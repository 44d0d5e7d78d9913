/** The dialogs of a case: fetched once there is nothing better to do, so that each opens at once. */
import { defineAsyncComponent } from 'vue'
import { speakAlso } from '../i18n'
import { soon } from '../soon'

const FILES = {
  assign: () => import('./AssignDialog.vue'),
  later: () => import('./LaterDialog.vue'),
  move: () => import('./MoveDialog.vue'),
  park: () => import('./ParkDialog.vue'),
  picture: () => import('../timeline/PictureDialog.vue'),
  resolve: () => import('./ResolveDialog.vue'),
  tags: () => import('./TagsDialog.vue'),
  template: async () => (await Promise.all([import('./TemplateDialog.vue'), speakAlso('templates')]))[0],
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
