/** What entries of a timeline can ask the page to do; provided by the timeline, used by its parts. */
import { inject, provide, type InjectionKey } from 'vue'
import type { Attachment, Id, MessageItem, ReplyInbox } from '@/client-core/api.types'

export interface TimelineActs {
  jump: (id: Id) => void
  quote: (item: MessageItem) => void
  /** Take its words into the composer again, perhaps to go another way. */
  edit: (item: MessageItem, way?: ReplyInbox) => void
  /** Another way to the contact than the one that a message went. */
  otherWay: (item: MessageItem) => ReplyInbox | null
  sendAgain: (item: MessageItem) => void
  /** Take a reply back that has not gone out yet; `keeps` its words for the composer. */
  cancel: (item: MessageItem, keeps: boolean) => void
  look: (picture: Attachment) => void
  /** Where the page of a mail is, for a frame. */
  pageOf: (item: MessageItem) => string
  /** Where a mail as it was received is. */
  originalOf: (item: MessageItem) => string
}

const KEY: InjectionKey<TimelineActs> = Symbol('timeline acts')

export function provideTimelineActs(acts: TimelineActs): void {
  provide(KEY, acts)
}

export function useTimelineActs(): TimelineActs {
  const acts = inject(KEY)
  if (!acts) throw new Error('an entry stands outside a timeline')
  return acts
}
