import type { TSchema } from '@sinclair/typebox'
import {
  JoinSession,
  monitorEvents,
  RequestSessionId,
  SetupData,
  TelemetryUpdate,
} from './messages.ts'
import {
  ProblemMessage,
  Restarting,
  SessionIdAssigned,
  SetupUpdate,
  Welcome,
} from './server-messages.ts'
import { TelemetryFrame } from './telemetry-frame.ts'

/** The server requires no more of a frame than an object; who writes a monitor wants to know what it understands. */
const PublishedTelemetryUpdate = {
  ...TelemetryUpdate,
  properties: { ...TelemetryUpdate.properties, telemetry: TelemetryFrame },
}

/** `{event, data}` for every event a monitor may send, by reference to the schemas beside this one. */
const envelopes = Object.keys(monitorEvents).map((event) => ({
  type: 'object',
  required: ['event', 'data'],
  properties: { event: { const: event }, data: { $ref: `${event}.json` } },
}))

/** What `/schema/<name>.json` serves. The ids are relative, so a copy of the folder is whole as well. */
export const schemas: Readonly<Record<string, object>> = {
  messages: published('messages', {
    description: 'What a monitor sends on the typed transport. Other events are ignored.',
    anyOf: envelopes,
  }),
  request_session_id: published('request_session_id', RequestSessionId),
  setup_data: published('setup_data', SetupData),
  telemetry_update: published('telemetry_update', PublishedTelemetryUpdate),
  join_session: published('join_session', JoinSession),
  session_id_assigned: published('session_id_assigned', SessionIdAssigned),
  problem: published('problem', ProblemMessage),
  restarting: published('restarting', Restarting),
  welcome: published('welcome', Welcome),
  setup_update: published('setup_update', SetupUpdate),
}

function published(name: string, schema: TSchema | object): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${name}.json`,
    title: name,
    ...schema,
  }
}
