import { type Static, Type } from '@sinclair/typebox'
import { SetupData, TelemetryUpdate } from './messages.ts'

export const SessionIdAssigned = Type.Object(
  {
    session_id: Type.String({ description: "UUID4. The viewers' secret: it may not publish." }),
    publish_key: Type.Optional(
      Type.String({
        description: 'Lets this monitor publish again. Sent once, for a new session.',
      }),
    ),
    dashboard_url: Type.String({ description: 'The page for everybody who watches.' }),
    engineer_url: Type.Optional(
      Type.String({
        description: 'The page that may change settings. Sent once, for a new session.',
      }),
    ),
  },
  { description: 'The answer to `request_session_id`, to this monitor only.' },
)
export type SessionIdAssigned = Static<typeof SessionIdAssigned>

export const ProblemMessage = Type.Object(
  {
    code: Type.String({ description: 'One word for programs; it does not change.' }),
    message: Type.String({ description: 'Why, in plain words.' }),
    field: Type.Optional(Type.String({ description: 'The key at fault.' })),
  },
  {
    description:
      'A message was refused, and why. The connection stays unless it is closed after this.',
  },
)
export type ProblemMessage = Static<typeof ProblemMessage>

export const Restarting = Type.Object(
  { retry_ms: Type.Integer({ minimum: 0, description: 'Connect again after so many ms.' }) },
  { description: 'The server is going down for a moment, on purpose.' },
)
export type Restarting = Static<typeof Restarting>

export const Welcome = Type.Object(
  {
    limits: Type.Object({
      frame_bytes: Type.Integer(),
      frame_depth: Type.Integer(),
      setup_bytes: Type.Integer(),
      setup_depth: Type.Integer(),
      message_bytes: Type.Integer({ description: 'Above this the socket is closed with 1009.' }),
      frames_per_second: Type.Integer(),
    }),
    last_seq: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Highest `seq` seen from this `boot_id`; null when none was.',
    }),
  },
  { description: 'First message of the typed transport.' },
)
export type Welcome = Static<typeof Welcome>

/** A setup as it was stored: the same shape as it came in. */
export const SetupUpdate = SetupData
export type SetupUpdate = Static<typeof SetupUpdate>

/** What the server says; the last two to programs that joined a session. */
export const ServerMessage = Type.Union([
  Type.Object({ event: Type.Literal('session_id_assigned'), data: SessionIdAssigned }),
  Type.Object({ event: Type.Literal('problem'), data: ProblemMessage }),
  Type.Object({ event: Type.Literal('restarting'), data: Restarting }),
  Type.Object({ event: Type.Literal('welcome'), data: Welcome }),
  Type.Object({ event: Type.Literal('setup_update'), data: SetupUpdate }),
  Type.Object({ event: Type.Literal('telemetry_update'), data: TelemetryUpdate }),
])
export type ServerMessage = Static<typeof ServerMessage>
