// How chats look. Messages that did not change keep their elements, and so focus and open menus.
const EMOJI = ['👍', '❤️', '😂', '🙏']
const MARKS = {
  shop: { sent: '✓ sent', delivered: '✓✓ delivered', read: '✓✓ read', failed: '! failed' },
  contact: { sent: '✓ sent', delivered: '✓✓ delivered', read: '✓✓ seen by the shop', failed: '! failed' },
}

export function element(name, kind, text, parent) {
  const made = document.createElement(name)
  if (kind) made.className = kind
  if (text) made.textContent = text
  parent?.append(made)
  return made
}

export function showPeople(list, people, phone, choose) {
  const focused = document.activeElement?.dataset?.phone
  list.replaceChildren(...people.map((person) => {
    const item = element('li')
    const button = element('button', '', '', item)
    button.type = 'button'
    button.dataset.phone = person.phone
    button.setAttribute('aria-current', String(person.phone === phone))
    element('span', 'name', person.name, button).dir = 'auto'
    if (person.unread) {
      const unread = element('span', 'unread', String(person.unread), button)
      element('span', 'unseen', ' unread', unread)
    }
    element('span', 'last', (person.last_by === 'shop' ? 'Shop: ' : '') + person.last, button).dir = 'auto'
    button.addEventListener('click', () => choose(person.phone))
    return item
  }))
  if (focused) list.querySelector(`[data-phone="${focused}"]`)?.focus()
}

export function showChat(log, chat, deeds) {
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60
  const known = new Map([...log.children].map((one) => [one.dataset.key, one]))
  const wanted = []
  let day = ''
  for (const said of chat.said) {
    const its = new Date(said.at).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
    if (its !== day) wanted.push(keep(known, `day ${its}`, its, () => element('p', 'day', its)))
    day = its
    wanted.push(keep(known, said.id, JSON.stringify(said), () => bubble(said, deeds)))
  }
  if (!wanted.length) wanted.push(keep(known, 'empty', '', () => element('p', 'empty', 'No messages yet. Write one below, as the contact would.')))
  wanted.forEach((one, place) => { if (log.children[place] !== one) log.insertBefore(one, log.children[place] ?? null) })
  while (log.children.length > wanted.length) log.lastElementChild.remove()
  log.dataset.follows = String(isAtEnd)
  if (isAtEnd) log.scrollTop = log.scrollHeight
}

function keep(known, key, content, make) {
  const old = known.get(key)
  if (old && old.dataset.content === content) return old
  const made = make()
  made.dataset.key = key
  made.dataset.content = content
  return made
}

function bubble(said, deeds) {
  const isMine = said.by === 'contact'
  const box = element('article', isMine ? 'mine' : '')
  const time = new Date(said.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  box.setAttribute('aria-label', `${isMine ? 'You' : 'Shop'}, ${time}`)
  if (said.quoted) element('blockquote', '', `${said.quoted.by === 'contact' ? 'You' : 'Shop'}: ${said.quoted.text}`, box).dir = 'auto'
  if (said.media) media(said, box)
  if (said.place) place(said.place, box)
  if (said.text) element('div', 'text', said.text, box).dir = 'auto'
  if (said.choices.length) {
    const choices = element('div', 'choices', '', box)
    for (const title of said.choices) element('span', '', title, choices)
  }
  const meta = element('div', 'meta', '', box)
  if (said.kind === 'template') element('span', '', 'template', meta)
  element('time', '', time, meta).dateTime = said.at
  element('span', `mark ${said.mark}`, MARKS[said.by][said.mark], meta)
  meta.append(menu(said, deeds))
  const reactions = Object.values(said.reactions)
  if (reactions.length) {
    box.classList.add('reacted')
    element('span', 'reactions', reactions.join(' '), box).setAttribute('aria-label', `Reactions: ${reactions.join(' ')}`)
  }
  return box
}

function media(said, box) {
  const { url, media_type: type, name } = said.media
  if (said.kind === 'image' || said.kind === 'sticker') {
    const image = element('img', '', '', box)
    image.addEventListener('load', () => follow(image.closest('#log')))
    image.src = url
    image.alt = said.text ? `Picture: ${said.text}` : `Picture ${name}`
  } else if (type.startsWith('audio/') || type.startsWith('video/')) {
    const player = element(type.startsWith('audio/') ? 'audio' : 'video', '', '', box)
    player.controls = true
    player.preload = 'none'
    player.src = url
    player.setAttribute('aria-label', said.is_voice ? 'Voice message' : name)
  } else {
    const link = element('a', '', `📄 ${name}`, box)
    link.href = url
    link.download = name
  }
}

// A picture that has just become as large as it is must not push the newest message out of sight.
function follow(log) {
  if (log?.dataset.follows === 'true') log.scrollTop = log.scrollHeight
}

function place(where, box) {
  element('div', '', `⌖ ${where.name || 'Location'}`, box)
  element('div', 'meta', where.address || `${where.latitude}, ${where.longitude}`, box)
}

function menu(said, deeds) {
  const more = element('details', 'more')
  const summary = element('summary', '', '⋯', more)
  summary.setAttribute('aria-label', 'Answer or react')
  const row = element('div', 'menu', '', more)
  const act = (text, label, deed) => {
    const button = element('button', '', text, row)
    button.type = 'button'
    button.setAttribute('aria-label', label)
    button.addEventListener('click', () => { more.open = false; deed() })
  }
  act('Reply', 'Answer this message', () => deeds.quote(said))
  for (const emoji of EMOJI) act(emoji, `React with ${emoji}`, () => deeds.react(said, emoji))
  return more
}
