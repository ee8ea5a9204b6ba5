/** Making a car, and what is told once when it is made. */
export const carWords = {
  create: 'Create a car',
  createText:
    'For a team: one link for the whole race, whoever drives. You get the link, a QR code and the monitor’s config before anybody has to be in the game.',
  nameLabel: 'Name of the car',
  createButton: 'Create',
  createdTitle: 'The car is ready',
  createdLead:
    'Keep this page open until everything is where it belongs. Once you leave or reload it, its keys are never shown again; lost ones have to be replaced on the engineer’s page.',
  view: 'For everybody who watches',
  viewText: 'This link can be shared. It lets people look, and nothing else.',
  qr: 'QR code of the link',
  open: 'Open the dashboard',
  engineer: 'For the engineer',
  engineerText:
    'This link opens the same dashboard with the engineer’s page. Keep it: whoever has it can change keys and links, and it is not shown again. This browser remembers it for a week.',
  openEngineer: 'To the engineer’s page',
  monitor: 'For the first driver',
  monitorText:
    'Put this into the monitor’s config.json on the driver’s PC. Every driver gets a key of his own on the engineer’s page.',
  key: 'Publish key alone',
  download: 'Download config.json',
  noEngineer:
    'This car was begun by a monitor that has no key, so that it has no engineer. With “Create a car” on the start page a team gets one link, keys and an engineer’s page.',
}
