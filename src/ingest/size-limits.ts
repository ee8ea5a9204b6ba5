import { type Limit, limits, MAX_NODES } from '../wire/limits.ts'

/** The limits are for frame and setup; their envelope adds an object and an id. */
const ENVELOPE_BYTES = 128

const inEnvelope = ({ maxBytes, maxDepth }: Limit): Limit => ({
  maxBytes: maxBytes + ENVELOPE_BYTES,
  maxDepth: maxDepth + 1,
})

const frame = inEnvelope(limits.frame)
const setup = inEnvelope(limits.setup)

/** What a monitor is told when it sends more. */
export const atMost = ({ maxBytes, maxDepth }: Limit) =>
  `At most ${Math.floor(maxBytes / 1024)} KB, depth ${maxDepth} and ${MAX_NODES} values.`

/** How much of an event is taken in. What is not a setup has no reason to be larger than a frame. */
export const limitOf = (event: unknown): Limit => (event === 'setup_data' ? setup : frame)
