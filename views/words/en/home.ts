/** The start page, and what stands where a page cannot be. */
export const homeWords = {
  title: 'Live race dashboard for endurance teams',
  lead: 'One PC drives the car and sees its fuel, energy and tyres. Everybody else opens a link and sees them live: on the pit wall, on the sofa, on the way to the next stint.',
  connect: 'Connect your monitor',
  connectText:
    'Put this into the monitor’s config.json on the driver’s PC and start it. It prints the link for your team.',
  addresses: 'This server answers at',
  demo: 'See a race',
  demoText: 'An invented race, running now.',
  open: 'Open a dashboard',
  openLabel: 'Link or session id',
  openButton: 'Open',
  version: 'Version',
}

export const problemWords = {
  home: 'To the start page',
  shownOnceTitle: 'Shown once',
  shownOnceText:
    'Keys and links of this address were shown once and are not kept. Nothing was made just now. A lost key is replaced on the engineer’s page.',
  madeTitle: 'This car is made already',
  madeText:
    'The same form came twice, so no second car was made. Its keys were shown once: the engineer’s page makes new ones.',
  notFoundTitle: 'Nothing here',
  notFoundText: 'There is no such page, or the session is over. Ask the driver for a new link.',
  revokedTitle: 'This link is no longer valid',
  revokedText: 'The engineer has changed it. Ask for the new one; the race goes on there.',
  crossSiteTitle: 'Not from here',
  crossSiteText:
    'Changes are taken from this server’s own pages only. Open the page again and repeat what you did.',
  unsavedTitle: 'Not done',
  unsavedText: 'The server cannot write to its disk, so that nothing was changed. Try again soon.',
  tooManyTitle: 'Too many at once',
  tooManyText:
    'This address has made many cars or keys. Nothing was changed; try again in a minute.',
  formTitle: 'That cannot be saved',
  formText: 'A name has 1 to 60 characters. Go back and try again.',
  noCarTitle: 'No car in that',
  noCarText: 'Paste the link of a dashboard or of an engineer on this server.',
  errorTitle: 'Something went wrong',
  errorText: 'The server could not make this page. Try again; the race is not affected.',
  noLinkTitle: 'No session in that',
  noLinkText: 'Paste the whole link that the monitor printed, or the session id at its end.',
}
