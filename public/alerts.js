// Rings for new alerts, once somebody has tapped: before that no browser may sound, and nobody has asked for it.
;(() => {
  const [wall, list, button] = ['wall', 'alerts', 'ring'].map((id) => document.getElementById(id))
  if (!list || !button) return
  const [TONES, TONE_S, GAP_S, PITCH_HZ, DEAF_MS] = [3, 0.25, 0.15, 880, 60_000]
  let [sound, lock, deaf] = [null, null, null]
  const ids = () => [...list.querySelectorAll('[data-alert]')].map((alert) => alert.dataset.alert)
  const seen = new Set(ids())

  function ring(tones) {
    navigator.vibrate?.(Array(tones * 2 - 1).fill(200))
    for (let i = 0; i < tones; i++) {
      const [tone, level] = [sound.createOscillator(), sound.createGain()]
      const at = sound.currentTime + i * (TONE_S + GAP_S)
      tone.frequency.value = PITCH_HZ
      level.gain.value = 0.4
      tone.connect(level).connect(sound.destination)
      tone.start(at)
      tone.stop(at + TONE_S)
    }
  }

  // A phone takes the lock back whenever its page is hidden.
  async function stayAwake() {
    if (!sound || document.hidden) return
    if (sound.state !== 'running') sound.resume()
    lock = await navigator.wakeLock?.request('screen').catch(() => null)
    if (!sound) lock?.release() // tapped again meanwhile
  }

  function toggle() {
    sound?.close()
    lock?.release()
    lock = null
    sound = sound ? null : new AudioContext()
    button.ariaPressed = String(Boolean(sound))
    if (!sound) return
    ring(1)
    stayAwake()
  }

  function look() {
    const fresh = ids().filter((id) => !seen.has(id) && seen.add(id))
    if (sound && fresh.length > 0) ring(TONES)
  }

  // An alarm that hears nothing for so long has to say so, or somebody sleeps on.
  function listen() {
    clearTimeout(deaf)
    if (wall.dataset.freshness === 'no-connection')
      deaf = setTimeout(() => sound && ring(TONES), DEAF_MS)
  }

  button.disabled = false
  button.addEventListener('click', toggle)
  document.addEventListener('visibilitychange', stayAwake)
  new MutationObserver(listen).observe(wall, { attributeFilter: ['data-freshness'] })
  new MutationObserver(look).observe(list, { childList: true, subtree: true, attributes: true })
})()
