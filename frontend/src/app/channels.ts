export { channelName } from '@/client-core/channels'
