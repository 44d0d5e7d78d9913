/** The administration's door to the server. */
import { createAdminApi } from '@/client-core/api.admin'
import { http } from '../runtime'

export const adminApi = createAdminApi(http)
