// Tells how old the numbers are. Writes one attribute, an age and times of day; all words stand in the page.
;(() => {
  const wall = document.getElementById('wall')
  if (!wall) return
  const [LIVE_MS, DELAYED_MS] = [2000, 5000] // as in views/freshness-state.ts
  const [SILENT_MS, RESTART_MS] = [12_000, 30_000] // a heartbeat comes every 10 s; a restart takes seconds
  const DRIFT = 2e-4 // how fast two clocks part: a minimum that never rose would be seconds wrong in a day
  const QUIET_MS = 10_000 // between two spoken messages
  const STEP_MS = 1000 // clocks further apart than this: the device slept, or somebody set one
  const find = (selector) => wall.querySelector(selector)
  const intervalMs = Number(wall.dataset.intervalMs)
  let [monotonicStart, dateStart] = [performance.now(), Date.now()]
  let offset = Infinity // this device's clock minus the server's, by the quickest message so far
  let [stepped, woken, heardAt, kickedAt, pulse, connection] = [false, false, 0, 0, {}, null]
  let spoken = { state: wall.dataset.freshness, alert: null, at: -Infinity }

  // performance.now() stands still while some devices sleep: the clock that advanced more counts.
  function now() {
    const monotonic = performance.now() - monotonicStart
    const date = Date.now() - dateStart
    if (date < monotonic - STEP_MS) dateStart += date - monotonic
    stepped ||= date > monotonic + STEP_MS
    if (date > monotonic + STEP_MS) monotonicStart -= date - monotonic
    return Math.max(monotonic, date)
  }

  function hear(text) {
    const [stamp, age, presence, since, boot] = text.split(';')
    const risen = offset + (now() - heardAt) * DRIFT
    ;[heardAt, woken] = [now(), false]
    if (!presence) return
    offset = boot === pulse.boot ? Math.min(risen, heardAt - stamp) : heardAt - stamp
    pulse = { stamp, age: age && Number(age), presence, since: since && Number(since), boot }
  }

  function stateAt(at, age) {
    const [presence, silentMs] = [pulse.presence, at - heardAt]
    if (presence === 'revoked' || presence === 'ended') return presence
    if (presence === 'restarting' && silentMs <= RESTART_MS) return presence
    if (woken || silentMs > SILENT_MS) return 'no-connection'
    if (presence !== 'live') return presence
    if (age === null) return 'waiting'
    if (age <= LIVE_MS + intervalMs) return 'live'
    return age <= DELAYED_MS + intervalMs ? 'delayed' : 'stale'
  }

  const write = (element, text) => element.textContent === text || element.replaceChildren(text)
  const inWords = (s) => (s < 60 ? `${s} s` : `${Math.floor(s / 60)}:${`0${s % 60}`.slice(-2)} min`)
  const timeOfDay = (at) => new Date(at).toLocaleTimeString([], { timeStyle: 'short' })
  const localise = (root) => {
    for (const t of root.querySelectorAll('time[datetime]')) write(t, timeOfDay(t.dateTime))
  }

  function show() {
    const at = now()
    const age = pulse.age === '' ? null : Math.max(0, pulse.age + at - pulse.stamp - offset)
    const state = stateAt(at, age)
    if (wall.dataset.freshness !== state) wall.dataset.freshness = state
    write(find('#freshness .age'), age === null ? '–' : inWords(Math.floor(age / 1000)))
    // Nothing will ever come by this link again: without its element nobody asks.
    if (state === 'revoked') find('#stream')?.remove()
    if (pulse.since) write(find('#cause .since'), timeOfDay(pulse.since))
    if (at - spoken.at >= QUIET_MS) {
      const alert = find('[data-alert]') // before states, which come and go: it is why somebody listens
      const isNew = alert && alert.dataset.alert !== spoken.alert
      const said = isNew ? alert : find(`#freshness [data-when="${state}"]`)
      if (isNew) spoken = { ...spoken, alert: alert.dataset.alert, at }
      else if (state !== spoken.state) spoken = { ...spoken, state, at }
      if (spoken.at === at) write(find('#spoken'), said.textContent)
    }
    // A half-open stream never ends by itself: ended here, htmx connects again.
    if ((stepped || at - heardAt > SILENT_MS) && at - kickedAt > SILENT_MS) {
      kickedAt = at
      connection?.reader?.cancel()
    }
  }

  const on = (target, type, act) => target.addEventListener(type, (event) => [act(event), show()])
  on(document, 'htmx:sse:after:connection', () => {
    if (stepped) pulse.boot = null // what a new connection brings was stamped after the step
    stepped = false
  })
  on(document, 'htmx:sse:before:message', ({ detail }) => {
    connection = detail.connection
    hear(detail.message.id)
  })
  // Asleep when it was said, a phone learns it from the answer to its next try.
  for (const type of ['htmx:sse:error', 'htmx:response:error'])
    on(document, type, ({ detail }) => {
      if ((detail.status ?? detail.ctx?.response.status) === 410) pulse.presence = 'revoked'
    })
  on(document, 'htmx:before:swap', ({ detail }) => detail.tasks.map((t) => localise(t.fragment)))
  on(document, 'visibilitychange', () => {
    woken ||= !document.hidden
    // htmx now waits as all phones do after a restart, up to 3 s; who looks at the page need not.
    setTimeout(() => connection?.delayCanceller?.())
  })
  on(window, 'pageshow', (event) => (woken ||= event.persisted))
  hear(wall.dataset.pulse)
  localise(wall)
  show()
  setInterval(show, 250)
})()
