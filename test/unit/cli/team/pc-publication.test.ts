import { describe, expect, test } from 'bun:test'
import type { LinkEnd, MonitorLink } from '../../../../src/cli/links/monitor-link.ts'
import type { InventedPc } from '../../../../src/cli/team/invented-pc.ts'
import { PcPublication } from '../../../../src/cli/team/pc-publication.ts'
import { calmTeamRace, pcOf } from './any-team-race.ts'

/** Links that only write down what is done with them. */
function notedLinks() {
  const notes: string[] = []
  const frames: Readonly<Record<string, unknown>>[] = []
  const ends: ((end: LinkEnd) => void)[] = []
  const open = async (_: InventedPc, { bootId }: { readonly bootId: string }) => {
    const name = `${bootId} (${ends.length + 1})`
    notes.push(`opens ${name}`)
    const ended = Promise.withResolvers<LinkEnd>()
    ends.push(ended.resolve)
    const link: MonitorLink = {
      ready: () => Promise.reject(new Error('not asked')),
      ended: ended.promise,
      publish: (frame) => void frames.push(frame),
      sendSetup: () => void notes.push(`setup over ${name}`),
      close: () => {},
    }
    const note = (what: string) => () => void notes.push(`${what} ${name}`)
    return { link, cut: note('cuts'), close: note('closes') }
  }
  return { notes, frames, ends, open }
}

const settled = () => Promise.resolve().then(() => {})
const halfOpen = calmTeamRace({
  swaps: 0,
  incidents: [{ kind: 'half-open', fromLap: 3, forMs: 12_000 }],
})
const driver = pcOf(halfOpen, 'pc-1')
const cutAtMs = halfOpen.truth.incidents[0]!.atMs

async function advanced(publication: PcPublication, fromMs: number, toMs: number) {
  for (let at = fromMs; at < toMs; at += 1_000) {
    publication.advance(at + 1_000)
    await settled()
  }
}

describe('the publication of a PC', () => {
  test('opens, cuts and closes its links when its script says so', async () => {
    const { notes, frames, open } = notedLinks()
    const publication = new PcPublication(driver, cutAtMs - 5_000, open, () => {})
    await advanced(publication, cutAtMs - 5_000, cutAtMs + 70_000)
    expect(notes).toEqual([
      'opens pc-1-boot-1 (1)',
      'cuts pc-1-boot-1 (1)',
      'opens pc-1-boot-1 (2)',
      'setup over pc-1-boot-1 (2)',
      'closes pc-1-boot-1 (1)',
    ])
    // What is due in the second in which a link is being opened is lost.
    const before = driver.messagesBetween(cutAtMs - 4_000, cutAtMs)
    const after = driver.messagesBetween(cutAtMs + 13_000, cutAtMs + 70_000)
    expect(frames.map(({ seq }) => seq)).toEqual([...before, ...after].map(({ body }) => body.seq))
    publication.stop()
    expect(notes.at(-1)).toBe('closes pc-1-boot-1 (2)')
  })

  test('opens nothing that is over where it begins', async () => {
    const { notes, open } = notedLinks()
    const publication = new PcPublication(driver, cutAtMs + 65_000, open, () => {})
    await advanced(publication, cutAtMs + 65_000, cutAtMs + 70_000)
    expect(notes).toEqual(['opens pc-1-boot-1 (1)'])
  })

  test('says why the server refused a link, but not of one that is cut', async () => {
    const { ends, open } = notedLinks()
    const refused: string[] = []
    const publication = new PcPublication(driver, cutAtMs - 2_000, open, (why) => refused.push(why))
    await advanced(publication, cutAtMs - 2_000, cutAtMs + 20_000)
    ends[0]!({ by: 'server', reason: 'replaced' })
    await settled()
    expect(refused).toEqual([])
    ends[1]!({ by: 'server', reason: 'the key was revoked' })
    await settled()
    expect(refused).toEqual(['the key was revoked'])
  })
})
