const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** The engineer's page. */
export const engineerWords = {
  title: 'Engineer',
  open: 'Engineer’s page',
  back: 'To the dashboard',
  done: {
    picked: (pc: string) => `On the wall now: ${pc}.`,
    'gone-already': () => 'That PC has gone meanwhile. Nothing was changed.',
    revoked: (key: string) => `${key} opens nothing any more, and its PC was sent away.`,
    labelled: (key: string) => `The name is saved: ${key}`,
    'link-changed': () => 'The link has been changed. Everybody who shall watch needs the new one.',
    ended: () => 'The session is over. Last values stay in view, and it can be reopened below.',
    reopened: () => 'The session goes on. Monitors that were sent away have to be started again.',
    named: (name: string) => `The name is saved: ${name}`,
    moved: () =>
      'Nothing was done: the viewers’ link was changed meanwhile. Look, and repeat it if it still fits.',
  },
  wrongTitle: 'For the engineer',
  wrongText:
    'This page opens with the engineer’s link of this car, once opened in this browser. Nothing is missing on the dashboard without it.',
  oldKeyText:
    'This browser has the engineer’s link of before. It was changed meanwhile: open the new one here, or ask whoever changed it.',
  deadTitle: 'This engineer’s link opens nothing',
  deadText:
    'It was changed meanwhile, or is not complete. Ask whoever changed it for the new one; the viewers’ link goes on working.',
  noKeyTitle: 'No such key',
  noKeyText:
    'It was revoked or replaced meanwhile. The engineer’s page shows the keys that there are.',
  fullTitle: 'No more keys',
  fullText: 'This car has as many keys as it can have. Revoke one that nobody uses.',
  feeds: {
    title: 'Who feeds the wall',
    none: 'No monitor is connected.',
    onWall: 'on the wall',
    picked: 'chosen by you',
    doing: {
      driving: 'drives',
      running: 'its car runs, does not drive',
      idle: 'listens, sends no car',
      gone: 'gone',
    },
    claims: 'says it has the wheel',
    heard: (age: string) => `heard ${age} ago`,
    never: 'never heard',
    unnamed: 'No name yet',
    use: 'Use this PC',
    conflict: (shown: string, other: string) =>
      `Two PCs say they drive: ${shown} (shown) and ${other}. Choose which one is right.`,
    refresh: 'Look again',
  },
  keys: {
    title: 'Publish keys',
    text: 'One for each driver. A key lets a PC publish to this car, and nothing else.',
    first: 'First key',
    number: (number: number) => `key ${number}`,
    issued: 'made',
    revokedAt: 'revoked',
    seen: 'A browser has opened this key: it may stand in a history or a chat. Better replace it.',
    replace: 'Replace this key',
    replaceText: 'The old key stops at once, and its PC is sent away until it has the new one.',
    replaceButton: 'Send its PC away and make a new key',
    label: 'Name the driver',
    labelAgain: 'Change the name',
    labelButton: 'Save the name',
    revoke: 'Revoke',
    revokeText: 'Its PC is sent away at once. It cannot be undone; a new key can be made any time.',
    revokeButton: 'Revoke this key',
    add: 'Key for another driver',
    addLabel: 'Name of the driver',
    addButton: 'Make a key',
    old: (count: number) => plural(count, 'revoked key', 'revoked keys'),
  },
  newKey: {
    title: 'The new key',
    lead: (label: string) =>
      `For ${label}. It is shown only now: once you leave or reload this page, a lost key has to be replaced.`,
    text: 'Put this into the monitor’s config.json on that PC and start the monitor again.',
    back: 'To the engineer’s page',
  },
  link: {
    title: 'Links',
    view: 'For everybody who watches',
    change: 'Change the viewers’ link',
    changeText:
      'The link of today stops working for ever, and everybody who watches is told within a second. The race, its laps and the keys stay.',
    changeButton: 'Make a new link',
    engineer: 'Change the engineer’s link',
    engineerText:
      'The engineer’s link of today stops working, on every device but this one. The new one is shown once.',
    engineerButton: 'Make a new engineer’s link',
    newTitle: 'The new engineer’s link',
    newLead:
      'It is shown only now: keep it before you leave this page. This browser has it already.',
  },
  session: {
    title: 'The session',
    nameLabel: 'Name of the car',
    nameButton: 'Save the name',
    end: 'End the session',
    endText:
      'Viewers see ENDED with the last values, and monitors are sent away. Nothing is lost, and it can be reopened.',
    endButton: 'End it',
    reopen: 'Reopen the session',
    overByEngineer: 'Ended by the engineer',
    overByExpiry: 'Ended because nobody drove. The next frame of a driver reopens it.',
  },
  audit: {
    title: 'Who changed what',
    none: 'Nothing yet.',
    from: (address: string) => `from ${address}`,
    acts: {
      created: 'Car created',
      'key-added': 'Key made',
      'key-labelled': 'Key named',
      'key-replaced': 'Key replaced',
      'key-revoked': 'Key revoked',
      'key-seen': 'Key opened in a browser',
      'engineer-key-replaced': 'Engineer’s link changed',
      'link-changed': 'Viewers’ link changed',
      ended: 'Session ended',
      reopened: 'Session reopened',
      named: 'Name changed',
      picked: 'PC chosen',
    } as Readonly<Record<string, string>>,
  },
}
