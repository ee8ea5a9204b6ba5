import type { Words } from '../en/english.ts'

export const engineerWords: Words['engineer'] = {
  title: 'Ingenieur',
  open: 'Seite des Ingenieurs',
  back: 'Zum Dashboard',
  done: {
    picked: (pc) => `Jetzt an der Wand: ${pc}.`,
    'gone-already': () => 'Dieser PC ist inzwischen weg. Nichts wurde geändert.',
    revoked: (key) => `${key} öffnet nichts mehr, und sein PC wurde weggeschickt.`,
    labelled: (key) => `Der Name ist gespeichert: ${key}`,
    'link-changed': () => 'Der Link ist geändert. Wer zuschauen soll, braucht den neuen.',
    ended: () =>
      'Die Session ist vorbei. Die letzten Werte bleiben sichtbar, und sie lässt sich unten wieder öffnen.',
    reopened: () =>
      'Die Session geht weiter. Monitore, die weggeschickt wurden, müssen neu gestartet werden.',
    named: (name) => `Der Name ist gespeichert: ${name}`,
    'alerts-set': () => 'Die Grenzen sind gespeichert.',
    'alerts-undone': () => 'Die letzte Änderung ist zurückgenommen.',
    'webhook-added': (host) =>
      `Alarme gehen auch an ${host}. Zur Sicherheit eine Testnachricht senden.`,
    'webhook-removed': () => 'Dorthin wird nichts mehr gesendet.',
    'webhook-gone': () =>
      'Das wurde inzwischen geändert. Ansehen, und wiederholen, wenn es noch passt.',
    'test-taken': () => 'Die Testnachricht wurde angenommen. Bitte prüfen, ob sie angekommen ist.',
    'test-failed': (why) => `Die Testnachricht wurde nicht angenommen: ${why}.`,
    'test-not-sent': () => 'Kein Test gesendet: einer alle zehn Sekunden genügt.',
    'call-set': () => 'Die Ansage steht. Alle, die zuschauen, sehen sie.',
    'call-withdrawn': () => 'Es gibt keine Ansage mehr.',
    'note-written': () => 'Aufgeschrieben.',
    'input-set': () => 'Gespeichert. Ab jetzt wird danach gerechnet.',
    'input-undone': () => 'Die Änderung ist zurückgenommen.',
    moved: () =>
      'Nichts wurde getan: der Link der Zuschauer wurde inzwischen geändert. Ansehen, und wiederholen, wenn es noch passt.',
  },
  wrongTitle: 'Für den Ingenieur',
  wrongText:
    'Diese Seite öffnet sich mit dem Link des Ingenieurs dieses Autos, sobald er in diesem Browser geöffnet wurde. Auf dem Dashboard fehlt ohne ihn nichts.',
  oldKeyText:
    'Dieser Browser hat den früheren Link des Ingenieurs. Er wurde inzwischen geändert: den neuen hier öffnen, oder fragen, wer ihn geändert hat.',
  deadTitle: 'Dieser Link des Ingenieurs öffnet nichts',
  deadText:
    'Er wurde inzwischen geändert, oder ist nicht vollständig. Fragen, wer ihn geändert hat; der Link der Zuschauer gilt weiter.',
  noKeyTitle: 'Diesen Schlüssel gibt es nicht',
  noKeyText:
    'Er wurde inzwischen widerrufen oder ersetzt. Die Seite des Ingenieurs zeigt die Schlüssel, die es gibt.',
  fullTitle: 'Keine weiteren Schlüssel',
  fullText:
    'Dieses Auto hat so viele Schlüssel, wie es haben kann. Einen widerrufen, den niemand nutzt.',
  feeds: {
    title: 'Wer die Wand speist',
    none: 'Kein Monitor ist verbunden.',
    onWall: 'an der Wand',
    picked: 'von dir gewählt',
    doing: {
      driving: 'fährt',
      running: 'sein Auto läuft, fährt nicht',
      idle: 'hört zu, sendet kein Auto',
      gone: 'weg',
    },
    claims: 'sagt, er habe das Lenkrad',
    heard: (age) => `vor ${age} gehört`,
    never: 'nie gehört',
    unnamed: 'Noch ohne Namen',
    use: 'Diesen PC nehmen',
    conflict: (shown, other) =>
      `Zwei PCs sagen, sie fahren: ${shown} (angezeigt) und ${other}. Auswählen, wer recht hat.`,
    refresh: 'Noch einmal nachsehen',
  },
  keys: {
    title: 'Schlüssel zum Senden',
    text: 'Einer je Fahrer. Ein Schlüssel lässt einen PC für dieses Auto senden, und sonst nichts.',
    first: 'Erster Schlüssel',
    number: (number) => `Schlüssel ${number}`,
    issued: 'angelegt',
    revokedAt: 'widerrufen',
    seen: 'Ein Browser hat diesen Schlüssel geöffnet: er kann in einem Verlauf oder Chat stehen. Besser ersetzen.',
    replace: 'Schlüssel ersetzen',
    replaceText:
      'Der alte Schlüssel gilt sofort nicht mehr, und sein PC wird weggeschickt, bis er den neuen hat.',
    replaceButton: 'PC wegschicken und neuen Schlüssel anlegen',
    label: 'Fahrer benennen',
    labelAgain: 'Namen ändern',
    labelButton: 'Namen speichern',
    revoke: 'Widerrufen',
    revokeText:
      'Sein PC wird sofort weggeschickt. Das lässt sich nicht zurücknehmen; einen neuen Schlüssel gibt es jederzeit.',
    revokeButton: 'Schlüssel widerrufen',
    add: 'Schlüssel für einen weiteren Fahrer',
    addLabel: 'Name des Fahrers',
    addButton: 'Schlüssel anlegen',
    old: (count) => (count === 1 ? '1 widerrufener Schlüssel' : `${count} widerrufene Schlüssel`),
  },
  newKey: {
    title: 'Der neue Schlüssel',
    lead: (label) =>
      `Für ${label}. Er wird nur jetzt gezeigt: nach dem Verlassen oder Neuladen muss ein verlorener ersetzt werden.`,
    text: 'Das kommt in die config.json des Monitors auf jenem PC; dann den Monitor neu starten.',
    back: 'Zur Seite des Ingenieurs',
  },
  link: {
    title: 'Links',
    view: 'Für alle, die zuschauen',
    change: 'Link der Zuschauer ändern',
    changeText:
      'Der heutige Link gilt nie wieder, und wer zuschaut, erfährt es innerhalb einer Sekunde. Das Rennen, seine Runden und die Schlüssel bleiben.',
    changeButton: 'Neuen Link anlegen',
    engineer: 'Link des Ingenieurs ändern',
    engineerText:
      'Der heutige Link des Ingenieurs gilt nicht mehr, auf keinem Gerät außer diesem. Der neue wird einmal gezeigt.',
    engineerButton: 'Neuen Link des Ingenieurs anlegen',
    newTitle: 'Der neue Link des Ingenieurs',
    newLead:
      'Er wird nur jetzt gezeigt: aufheben, bevor diese Seite verlassen wird. Dieser Browser hat ihn schon.',
  },
  session: {
    title: 'Die Session',
    nameLabel: 'Name des Autos',
    nameButton: 'Namen speichern',
    end: 'Session beenden',
    endText:
      'Zuschauer sehen BEENDET mit den letzten Werten, und Monitore werden weggeschickt. Nichts geht verloren, und sie lässt sich wieder öffnen.',
    endButton: 'Beenden',
    reopen: 'Session wieder öffnen',
    overByEngineer: 'Vom Ingenieur beendet',
    overByExpiry: 'Beendet, weil niemand fuhr. Das nächste Bild eines Fahrers öffnet sie wieder.',
  },
  audit: {
    title: 'Wer was geändert hat',
    none: 'Noch nichts.',
    from: (address) => `von ${address}`,
    acts: {
      created: 'Auto angelegt',
      'key-added': 'Schlüssel angelegt',
      'key-labelled': 'Schlüssel benannt',
      'key-replaced': 'Schlüssel ersetzt',
      'key-revoked': 'Schlüssel widerrufen',
      'key-seen': 'Schlüssel in einem Browser geöffnet',
      'engineer-key-replaced': 'Link des Ingenieurs geändert',
      'link-changed': 'Link der Zuschauer geändert',
      ended: 'Session beendet',
      reopened: 'Session wieder geöffnet',
      named: 'Name geändert',
      picked: 'PC gewählt',
      'input-set': 'Boxenmauer gesetzt',
      'input-undone': 'Boxenmauer: zurückgenommen',
      'call-set': 'Ansage gesetzt',
      'call-cleared': 'Ansage zurückgezogen',
      'call-acknowledged': 'Ansage verstanden',
      'note-written': 'Notiz geschrieben',
    },
  },
}
