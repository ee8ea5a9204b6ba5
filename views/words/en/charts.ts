const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** Of the drawings. */
export const chartWords = {
  title: 'Charts by lap',
  lapTime: 'Lap time',
  lapTimeNote: 'Laps with a stop and others far slower touch the upper edge.',
  fuel: 'Fuel at the line',
  energy: 'Virtual energy at the line',
  tread: 'Tread left',
  tireTemp: 'Tyre temperature',
  brakeTemp: 'Brake temperature',
  otherTemp: 'Water, oil, track and air',
  water: 'Water',
  oil: 'Oil',
  track: 'Track',
  air: 'Air',
  lap: 'lap',
  stop: 'stop',
  last: 'last',
  none: 'Charts begin with the second lap.',
  label: (title: string, laps: string, lines: string, stops: number) =>
    `${title}, ${laps}. ${lines}. ${stops === 0 ? 'No stop' : count(stops, 'stop', 'stops')}.`,
  line: (name: string, least: string, most: string, last: string) =>
    `${name === '' ? '' : `${name} `}from ${least} to ${most}, last ${last}`,
  tableTitle: 'The same by stint',
  treadEnd: 'Tread % at the end',
  tires: (unit: string) => `Tyres ${unit}`,
  brakes: (unit: string) => `Brakes ${unit}`,
}
