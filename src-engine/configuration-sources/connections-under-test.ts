import { reveal } from '../secret/secret.ts'
import type { Connection } from './connection.ts'
import { recogniseInput } from './recognise-input.ts'

/** `userPoolId eu-central-1_Shop12345 (auth.user_pool_id)`, and so on. */
function shownConnection({ clientSecret, fields, missing }: Connection): readonly string[] {
  return [
    ...Object.values(fields).map(({ field, place, text }) => `${field} ${text} (${place})`),
    ...(clientSecret ? [`secret ${reveal(clientSecret.secret)} (${clientSecret.place})`] : []),
    ...missing.map((field) => `no ${field}`),
  ].sort()
}

/** What is recognised, with the connections as text. */
export function connectionsIn(text: string) {
  const recognised = recogniseInput(text)
  return recognised.kind === 'connections'
    ? { source: recognised.source, connections: recognised.connections.map(shownConnection) }
    : recognised
}
