import type { Words } from '../en/english.ts'

export const carWords: Words['car'] = {
  create: 'Auto anlegen',
  createText:
    'Für ein Team: ein Link für das ganze Rennen, wer auch fährt. Link, QR-Code und die Konfiguration des Monitors gibt es, bevor jemand im Spiel sein muss.',
  nameLabel: 'Name des Autos',
  createButton: 'Anlegen',
  createdTitle: 'Das Auto ist bereit',
  createdLead:
    'Diese Seite offen lassen, bis alles dort ist, wo es hingehört. Nach dem Verlassen oder Neuladen werden die Schlüssel nie wieder gezeigt; verlorene müssen auf der Seite des Ingenieurs ersetzt werden.',
  view: 'Für alle, die zuschauen',
  viewText: 'Diesen Link darf man weitergeben. Damit kann man zuschauen, und sonst nichts.',
  qr: 'QR-Code des Links',
  open: 'Dashboard öffnen',
  engineer: 'Für den Ingenieur',
  engineerText:
    'Dieser Link öffnet dasselbe Dashboard mit der Seite des Ingenieurs. Gut aufheben: wer ihn hat, kann Schlüssel und Links ändern, und er wird nicht noch einmal gezeigt. Dieser Browser merkt ihn sich eine Woche.',
  openEngineer: 'Zur Seite des Ingenieurs',
  monitor: 'Für den ersten Fahrer',
  monitorText:
    'Das kommt in die config.json des Monitors auf dem PC des Fahrers. Jeder Fahrer bekommt auf der Seite des Ingenieurs einen eigenen Schlüssel.',
  key: 'Nur der Schlüssel',
  download: 'config.json herunterladen',
  noEngineer:
    'Dieses Auto hat ein Monitor ohne Schlüssel begonnen, darum hat es keinen Ingenieur. Mit „Auto anlegen“ auf der Startseite bekommt ein Team einen Link, Schlüssel und eine Seite für den Ingenieur.',
}
