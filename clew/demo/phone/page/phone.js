// The simulated phone: asks for news, shows it, and tells what the person does.
import { element, showChat, showPeople } from '/simulation/page/view.js'

const API = '/simulation/phone'
const EVERY_MS = 700
const by = (id) => document.getElementById(id)

const state = { version: 0, phone: decodeURIComponent(location.hash.slice(1)), chat: null, quoting: null, ahead: 0 }
let serverNow = Date.now()
let readAt = Date.now()

async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: 'POST',
    headers: body instanceof FormData ? {} : { 'Content-Type': 'application/json' },
    body: body instanceof FormData ? body : JSON.stringify(body),
  }
  const answer = await fetch(API + path, options)
  const document = await answer.json()
  if (!answer.ok) throw new Error(document.detail || 'That did not work.')
  return document
}

async function tell(path, body) {
  try {
    await ask(path, body)
    by('trouble').textContent = ''
    await refresh()
    return true
  } catch (problem) {
    by('trouble').textContent = problem.message
    return false
  }
}

const chatPath = (rest) => `/chats/${state.phone}${rest}`

async function refresh() {
  const news = await ask(`/state?phone=${state.phone}&since=${state.version}`)
  serverNow = Date.parse(news.now)
  readAt = Date.now()
  if (!('people' in news)) return
  state.version = news.version
  state.ahead = news.ahead_seconds
  state.people = news.people
  if (!state.phone && news.people.length) return choose(news.people[0].phone)
  showPeople(by('people'), news.people, state.phone, choose)
  by('weather').value = news.weather
  by('shop').textContent = news.shop
  by('initials').textContent = news.shop.slice(0, 1)
  state.chat = news.chat
  by('composer').hidden = !news.chat
  if (!news.chat) return
  by('holder').textContent = `Phone of ${news.chat.name}, +${news.chat.phone}`
  by('typing').textContent = news.chat.is_typing ? `${news.shop} is writing…` : ''
  showChat(by('log'), news.chat, { quote, react })
  await read()
}

async function read() {
  const isSeen = document.visibilityState === 'visible' && by('log').offsetParent !== null
  const isNew = state.chat?.said.some((one) => one.by === 'shop' && one.mark === 'delivered')
  if (isSeen && isNew) await ask(chatPath('/read'), {})
}

async function choose(phone) {
  state.phone = phone
  state.version = 0
  history.replaceState(null, '', `#${phone}`)
  quote(null)
  by('log').replaceChildren()
  view('phone')
  await refresh()
}

function quote(said) {
  state.quoting = said
  by('quoting').hidden = !said
  by('quoted').textContent = said ? said.text || said.kind : ''
  if (said) by('text').focus()
}

function react(said, emoji) {
  const same = said.reactions.contact === emoji
  return tell(chatPath('/reactions'), { message_id: said.id, emoji: same ? '' : emoji })
}

function view(name) {
  document.body.dataset.view = name
  by('show-phone').setAttribute('aria-pressed', String(name === 'phone'))
  by('show-controls').setAttribute('aria-pressed', String(name === 'controls'))
}

async function sendText() {
  const text = by('text').value.trim()
  if (!text) return
  by('text').value = ''
  const quoted = state.quoting?.id ?? ''
  quote(null)
  if (!(await tell(chatPath('/messages'), { kind: 'text', text, quoted }))) by('text').value = text
  by('text').focus()
}

async function sendFile() {
  const [file] = by('file').files
  if (!file) return
  const form = new FormData()
  form.set('media_type', file.type)
  form.set('text', by('text').value)
  form.set('quoted', state.quoting?.id ?? '')
  form.set('file', file)
  const text = by('text').value
  by('file').value = ''
  by('text').value = ''
  quote(null)
  if (!(await tell(chatPath('/files'), form))) by('text').value ||= text
}

function togglePlace(isOpen) {
  by('place').hidden = !isOpen
  by('open-place').setAttribute('aria-expanded', String(isOpen))
}

async function sendPlace() {
  const [latitude, longitude, name, address] = by('where').value.split(',')
  togglePlace(false)
  const place = { latitude: Number(latitude), longitude: Number(longitude), name, address: address.replaceAll('.', ',') }
  await tell(chatPath('/messages'), { kind: 'location', place, quoted: state.quoting?.id ?? '' })
  quote(null)
}

function tick() {
  const now = new Date(serverNow + Date.now() - readAt)
  const shown = now.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  by('now').textContent = shown
  by('now').dateTime = now.toISOString()
  const hours = Math.round(state.ahead / 360) / 10
  by('ahead').textContent = hours > 0 ? `(${hours} h ahead of the real time)` : '(the real time)'
}

by('composer').addEventListener('submit', (event) => { event.preventDefault(); sendText() })
by('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); sendText() }
})
by('file').addEventListener('change', sendFile)
by('unquote').addEventListener('click', () => quote(null))
by('open-place').addEventListener('click', () => togglePlace(by('place').hidden))
by('send-place').addEventListener('click', sendPlace)
by('show-phone').addEventListener('click', () => view('phone'))
by('show-controls').addEventListener('click', () => view('controls'))
by('weather').addEventListener('change', () => tell('/weather', { weather: by('weather').value }))
for (const button of document.querySelectorAll('[data-move]')) {
  button.addEventListener('click', () => tell('/clock', { by: button.dataset.move }))
}
by('add-form').addEventListener('submit', async (event) => {
  event.preventDefault()
  const values = Object.fromEntries(new FormData(event.target))
  try {
    const added = await ask('/people', values)
    event.target.reset()
    by('add').open = false
    await choose(added.phone)
  } catch (problem) {
    element('p', 'hint', problem.message, event.target).setAttribute('role', 'alert')
  }
})
document.addEventListener('visibilitychange', read)

async function keepAsking() {
  try {
    await refresh()
    if (by('trouble').dataset.gone) { by('trouble').textContent = ''; delete by('trouble').dataset.gone }
  } catch {
    by('trouble').textContent = 'The server does not answer. Trying again.'
    by('trouble').dataset.gone = 'yes'
  }
  tick()
  setTimeout(keepAsking, EVERY_MS)
}
keepAsking()
