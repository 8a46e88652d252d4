import type { Profile } from '#contract/routes/profiles.ts'
import { connectionName, type Connection } from '#engine/configuration-sources/connection.ts'
import { stripControlCharacters, type Paint } from '../paint.ts'

/** A found connection for programs; of a client secret only its place. */
export const connectionReport = (connection: Connection) => {
  const { clientSecret, fields, missing } = connection
  return {
    name: connectionName(connection),
    fields: Object.fromEntries(
      Object.values(fields).map(({ field, place, text }) => [field, { text, place }]),
    ),
    ...(clientSecret && { clientSecret: { place: clientSecret.place } }),
    missing,
  }
}

/** What programs need of a profile that was added. */
export const addedReport = ({ clientId, hasClientSecret, id, name, userPoolId }: Profile) => ({
  id,
  name,
  userPoolId,
  clientId,
  hasClientSecret,
})

const labels: Readonly<Record<string, string>> = {
  userPoolId: 'User pool ID',
  clientId: 'App client ID',
  region: 'Region',
  endpoint: 'Endpoint',
  username: 'Username',
  flow: 'Flow',
  authSessionValidity: 'Session validity',
  name: 'Name',
  colour: 'Colour',
  production: 'Production',
}

/** A found connection as rows: what, value, place. */
export function connectionText(
  { clientSecret, fields, missing }: Connection,
  paint: Paint,
): string {
  const rows = Object.entries(labels).flatMap(([field, label]): Row[] => {
    const found = Object.values(fields).find((one) => one.field === field)
    if (found) return [[label, stripControlCharacters(found.text), found.place]]
    return missing.some((one) => one === field) ? [[label, paint.bad('missing'), '']] : []
  })
  if (clientSecret) rows.push(['Client secret', 'found, not shown', clientSecret.place])
  return rows
    .map(
      ([label, text, place]) =>
        `  ${label.padEnd(16)}  ${text}${place === '' ? '' : `  ${paint.faint(stripControlCharacters(place))}`}\n`,
    )
    .join('')
}

type Row = readonly [label: string, text: string, place: string]
