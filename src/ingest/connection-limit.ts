import { isLoopback, networkOf } from '../sessions/network.ts'

/** A team in one house has a handful of PCs, each with a monitor and a program or two that watch. Guessed. */
const PER_NETWORK = 32
/** More than one thread can read twice a second. Guessed. */
const IN_ALL = 5_000

/** How many connections may be open at once. This computer itself may have as many as there are at all. */
export class ConnectionLimit {
  readonly #byNetwork = new Map<string, number>()
  #count = 0

  hasRoomFor(address: string): boolean {
    if (this.#count >= IN_ALL) return false
    return isLoopback(address) || (this.#byNetwork.get(networkOf(address)) ?? 0) < PER_NETWORK
  }

  /** Returns the way to let go of it, which may be called twice. */
  opened(address: string): () => void {
    const network = networkOf(address)
    this.#byNetwork.set(network, (this.#byNetwork.get(network) ?? 0) + 1)
    this.#count++
    let isOpen = true
    return () => {
      if (!isOpen) return
      isOpen = false
      this.#count--
      const left = (this.#byNetwork.get(network) ?? 1) - 1
      if (left === 0) this.#byNetwork.delete(network)
      else this.#byNetwork.set(network, left)
    }
  }
}
