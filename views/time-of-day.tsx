import { clockUtc, isoMoment } from './format.ts'

/** "14:03", in UTC for people without JavaScript; the phone's script puts its own time of day there. */
export function TimeOfDay({ atMs }: { atMs: number | null }) {
  const at = isoMoment(atMs)
  return (
    <time {...(at === undefined ? {} : { datetime: at })} safe>
      {clockUtc(atMs)}
    </time>
  )
}
