import { Decoder } from 'socket.io-parser'
import type { Clock } from '../sessions/clock.ts'
import { parseJson } from '../wire/parse-json.ts'
import { Flow, type FlowVerdict } from './flow.ts'

/** A packet is work, however short it is. Guessed. */
const PACKET_COSTS_BYTES = 1024

/**
 * The library's decoder takes JSON to the letter, and ends the connection of a monitor in Python over one `NaN`. It also
 * reads whatever comes: this is the only place where a packet can be left out before it is read.
 */
export class MonitorDecoder extends Decoder {
  readonly flow: Flow
  /** Hears of packets that were left out. Nobody does before the client has joined: then there is nobody to tell. */
  onExcess: (verdict: Exclude<FlowVerdict, 'ok'>) => void = () => {}

  constructor(clock: Clock) {
    super()
    this.flow = new Flow(clock)
  }

  override add(packet: unknown): void {
    const verdict = this.flow.nextBytes(Math.max(PACKET_COSTS_BYTES, sizeOf(packet)))
    if (verdict !== 'ok') this.onExcess(verdict)
    else super.add(typeof packet === 'string' ? withoutStrayNumbers(packet) : packet)
  }
}

/** The library makes a decoder for each connection, without a word about which. */
export const decoderWith = (clock: Clock) =>
  class extends MonitorDecoder {
    constructor() {
      super(clock)
    }
  }

function sizeOf(packet: unknown): number {
  if (typeof packet === 'string') return packet.length
  return packet instanceof ArrayBuffer || ArrayBuffer.isView(packet) ? packet.byteLength : 0
}

/** Only a packet that is not JSON is written anew; one that cannot be is left to the library to refuse. */
function withoutStrayNumbers(packet: string): string {
  const at = packet.search(/[[{]/)
  if (at < 0 || !/NaN|Infinity/.test(packet)) return packet
  try {
    return packet.slice(0, at) + JSON.stringify(parseJson(packet.slice(at)))
  } catch {
    return packet
  }
}
