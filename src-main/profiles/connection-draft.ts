import { profileColours } from '#contract/profile-colours.ts'
import { defaultAutomatic } from '#engine/catalogue/automatic-answers/index.ts'
import { connectionName, type Connection } from '#engine/configuration-sources/connection.ts'
import type { ConnectionField } from '#engine/configuration-sources/configuration-source.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import type { ProfileDraft } from './profile-draft.ts'

/** The draft of a profile for a connection: what it does not say has the default of a new one. */
export function connectionDraft(connection: Connection, name?: string): ProfileDraft {
  const { clientSecret, fields } = connection
  const text = (field: ConnectionField) => fields[field]?.text ?? ''
  const minutes = Number(text('authSessionValidity'))
  return {
    name: name ?? connectionName(connection),
    colour: profileColours.find((colour) => colour === text('colour')) ?? 'blue',
    production: text('production') === 'true',
    region: text('region'),
    userPoolId: text('userPoolId'),
    clientId: text('clientId'),
    endpoint: text('endpoint'),
    username: text('username'),
    flow: flows.has(text('flow')) ? text('flow') : 'USER_SRP_AUTH',
    automatic: defaultAutomatic(),
    authSessionValidity: minutes >= 3 && minutes <= 15 ? minutes : 3,
    asAdmin: false,
    awsProfile: '',
    proxy: '',
    caFile: '',
    trustedCertificates: [],
    clientCertificateFile: '',
    clientKeyFile: '',
    ...(clientSecret && { clientSecret: clientSecret.secret }),
  }
}
