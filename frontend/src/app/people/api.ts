/** The door to what is known of contacts, for the screens that show it. */
import { createPeopleApi } from '@/client-core/people'
import { http } from '../runtime'

export const people = createPeopleApi(http)
