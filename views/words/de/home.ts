import type { Words } from '../en/english.ts'

export const homeWords: Words['home'] = {
  title: 'Live-Dashboard für Langstreckenteams',
  lead: 'Ein PC fährt das Auto und sieht Kraftstoff, Energie und Reifen. Alle anderen öffnen einen Link und sehen sie live: an der Boxenmauer, auf dem Sofa, auf dem Weg zum nächsten Stint.',
  connect: 'Monitor verbinden',
  connectText:
    'Das kommt in die config.json des Monitors auf dem PC des Fahrers; dann starten. Er zeigt den Link für das Team.',
  addresses: 'Dieser Server antwortet unter',
  demo: 'Ein Rennen ansehen',
  demoText: 'Ein erfundenes Rennen, das gerade läuft.',
  open: 'Dashboard öffnen',
  openLabel: 'Link oder Session-Nummer',
  openButton: 'Öffnen',
  version: 'Version',
}

export const problemWords: Words['problem'] = {
  home: 'Zur Startseite',
  shownOnceTitle: 'Einmal gezeigt',
  shownOnceText:
    'Schlüssel und Links dieser Adresse wurden einmal gezeigt und werden nicht aufgehoben. Gerade eben wurde nichts angelegt. Einen verlorenen Schlüssel ersetzt die Seite des Ingenieurs.',
  madeTitle: 'Dieses Auto gibt es schon',
  madeText:
    'Dasselbe Formular kam zweimal, darum wurde kein zweites Auto angelegt. Seine Schlüssel wurden einmal gezeigt: neue gibt es auf der Seite des Ingenieurs.',
  notFoundTitle: 'Hier ist nichts',
  notFoundText:
    'Diese Seite gibt es nicht, oder die Session ist vorbei. Den Fahrer nach einem neuen Link fragen.',
  revokedTitle: 'Dieser Link gilt nicht mehr',
  revokedText:
    'Der Ingenieur hat ihn geändert. Nach dem neuen fragen; das Rennen geht dort weiter.',
  crossSiteTitle: 'Nicht von hier',
  crossSiteText:
    'Änderungen werden nur von den eigenen Seiten dieses Servers angenommen. Die Seite neu öffnen und wiederholen.',
  unsavedTitle: 'Nicht getan',
  unsavedText:
    'Der Server kann nicht auf seine Festplatte schreiben, darum wurde nichts geändert. Bald noch einmal versuchen.',
  tooManyTitle: 'Zu viel auf einmal',
  tooManyText:
    'Diese Adresse hat viele Autos oder Schlüssel angelegt. Nichts wurde geändert; in einer Minute noch einmal versuchen.',
  formTitle: 'Das lässt sich nicht speichern',
  formText: 'Ein Name hat 1 bis 60 Zeichen. Zurück, und noch einmal.',
  noCarTitle: 'Darin ist kein Auto',
  noCarText: 'Den Link eines Dashboards oder Ingenieurs auf diesem Server einfügen.',
  errorTitle: 'Etwas ging schief',
  errorText:
    'Der Server konnte diese Seite nicht machen. Noch einmal versuchen; das Rennen ist davon nicht betroffen.',
  noLinkTitle: 'Darin ist keine Session',
  noLinkText:
    'Den ganzen Link einfügen, den der Monitor gezeigt hat, oder die Session-Nummer an seinem Ende.',
}
