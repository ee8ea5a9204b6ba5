import { Decoder } from 'socket.io-parser'
import { parseJson } from '../wire/parse-json.ts'

/** The library's decoder takes JSON to the letter, and ends the connection of a monitor in Python over one `NaN`. */
export class MonitorDecoder extends Decoder {
  override add(packet: unknown): void {
    super.add(typeof packet === 'string' ? withoutStrayNumbers(packet) : packet)
  }
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
