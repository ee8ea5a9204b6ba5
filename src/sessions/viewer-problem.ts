/** Everything that can be wrong with what a viewer's page or program asks for. */
export type ViewerProblem =
  | 'unknown-session'
  | 'link-revoked'
  | 'unknown-team'
  | 'hz-out-of-range'
  | 'frames-unavailable'
  | 'no-such-moment'
  | 'unknown-schema'
  | 'unknown-address'

/** What is answered over HTTP, whoever answers: pages, streams and the API say the same. */
export const viewerProblems = {
  'unknown-session': {
    status: 404,
    text: 'There is no such session. Ask the driver for a new link.',
  },
  'link-revoked': {
    status: 410,
    text: 'This link is no longer valid. Ask the engineer for the new one.',
  },
  'unknown-team': { status: 404, text: 'There is no such team page.' },
  'hz-out-of-range': { status: 400, text: 'hz: expected a number from 0.2 to 10' },
  'frames-unavailable': {
    status: 503,
    text: 'The frames of this session cannot be read: the server keeps none, or its disk fails.',
  },
  'no-such-moment': {
    status: 400,
    text: 'after: expected a moment in milliseconds since 1970',
  },
  'unknown-schema': { status: 404, text: 'There is no such schema. /schema lists them all.' },
  'unknown-address': { status: 404, text: 'There is no such address.' },
} as const satisfies Record<ViewerProblem, { status: number; text: string }>
