// A page that stands still shows times of day as this device does. A wall's own script does it whenever they change.
;(() => {
  if (document.getElementById('wall')) return
  for (const time of document.querySelectorAll('time[datetime]')) {
    time.textContent = new Date(time.dateTime).toLocaleTimeString([], { timeStyle: 'short' })
  }
})()
