import { type Static, Type } from '@sinclair/typebox'

/** Any text here: which sessions exist, and who may publish to them, is not for the protocol to judge. */
const sessionId = Type.String({ description: 'The session, as assigned or agreed by the team.' })
const open = { additionalProperties: true }

export const RequestSessionId = Type.Object(
  {
    session_id: Type.Optional(sessionId),
    publish_key: Type.Optional(
      Type.String({ description: 'Resumes its session; without one a new session begins.' }),
    ),
    boot_id: Type.Optional(
      Type.String({
        description: 'One per start of the monitor: tells a reconnect from another PC.',
      }),
    ),
    player: Type.Optional(Type.String({ description: 'Who sits at this PC.' })),
  },
  { ...open, description: 'Ask for a session, or resume one. First message, within 10 s.' },
)
export type RequestSessionId = Static<typeof RequestSessionId>

export const SetupData = Type.Object(
  {
    session_id: Type.Optional(sessionId),
    timestamp: Type.Optional(Type.String({ description: "The driver's clock, ISO 8601." })),
    setup: Type.Union([Type.Object({}, open), Type.Array(Type.Unknown())], {
      description: 'The car setup, any JSON, passed on as it came. At most 512 KB and depth 32.',
    }),
  },
  { ...open, description: 'The car setup: stored, shown, kept per stint for comparison.' },
)
export type SetupData = Static<typeof SetupData>

export const TelemetryUpdate = Type.Object(
  {
    session_id: Type.Optional(sessionId),
    /** No more is required of a frame: a wrong key costs only itself, see `decode.ts`. */
    telemetry: Type.Object({}, open),
  },
  { ...open, description: 'One frame, 1 to 20 a second. It replaces the one before it.' },
)
export type TelemetryUpdate = Static<typeof TelemetryUpdate>

export const JoinSession = Type.Object(
  { session_id: sessionId },
  { ...open, description: 'Watch a session from a program: setup and frames as they came.' },
)
export type JoinSession = Static<typeof JoinSession>

/** Event names of the protocol and what comes with them. */
export const monitorEvents = {
  request_session_id: RequestSessionId,
  setup_data: SetupData,
  telemetry_update: TelemetryUpdate,
  join_session: JoinSession,
} as const

/** What a monitor says, on both transports. */
export const MonitorMessage = Type.Union([
  Type.Object({ event: Type.Literal('request_session_id'), data: RequestSessionId }, open),
  Type.Object({ event: Type.Literal('setup_data'), data: SetupData }, open),
  Type.Object({ event: Type.Literal('telemetry_update'), data: TelemetryUpdate }, open),
  Type.Object({ event: Type.Literal('join_session'), data: JoinSession }, open),
])
export type MonitorMessage = Static<typeof MonitorMessage>
