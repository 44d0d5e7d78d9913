/** Names of channels as people write them; the same in every language. */
const NAMES: Record<string, string> = {
  whatsapp: 'WhatsApp',
  email: 'Email',
  sms: 'SMS',
  webchat: 'Web chat',
  telegram: 'Telegram',
  messenger: 'Messenger',
  instagram: 'Instagram',
  viber: 'Viber',
  line: 'LINE',
  wechat: 'WeChat',
  apple: 'Apple Messages',
  x: 'X',
  voice: 'Voice',
}

export function channelName(key: string): string {
  return NAMES[key] ?? key.charAt(0).toUpperCase() + key.slice(1)
}
