import { isRegion, poolIdWithin } from '../wire/pool-id.ts'
import type { FoundText } from './configuration-source.ts'

/**
 * What an address says of a pool: issuer, JWKS, the console's page of a pool or of an app client,
 * managed login, the endpoint of the service or of an emulator.
 */
export function pastedAddress(address: string, place: string): readonly FoundText[] {
  const found = (field: FoundText['field'], text: string | undefined): FoundText[] =>
    text === undefined || text === '' ? [] : [{ field, text, place }]
  const [, origin = '', host = '', path = ''] =
    /^(https?:\/\/([^/?#:]+)(?::\d+)?)([^?#]*)/i.exec(address) ?? []
  const client = found('clientId', /[?&]client_id=([\w+]{1,128})/.exec(address)?.[1])
  if (/\bconsole\.(aws\.amazon|amazonaws|amazonaws-us-gov|amazonaws-eusc)\./i.test(host))
    return [
      ...found('userPoolId', /\/user-?pools?\/([\w-]+_[0-9a-zA-Z]+)/i.exec(address)?.[1]),
      ...found('clientId', /\/app-?clients?\/([a-z0-9]{20,})/i.exec(address)?.[1]),
      ...found('region', regionIn(/[?&]region=([a-z0-9-]+)/.exec(address)?.[1])),
    ]
  const login = /\.auth(?:-fips)?\.([a-z0-9-]+)\.amazoncognito\.com$/i.exec(host)?.[1]
  if (login !== undefined) return [...found('region', login), ...client]
  const service = /^cognito-idp(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.|api\.)/i.exec(host)?.[1]
  if (service !== undefined)
    return [...found('region', regionIn(service)), ...found('userPoolId', poolIdWithin(address))]
  const id = /^\/([\w-]+_[0-9a-zA-Z]+)(?:\/|$)/.exec(path)?.[1]
  // A custom login domain says nothing but the client; only an emulator is an endpoint.
  if (client.length > 0 && id === undefined) return client
  return [...found('userPoolId', id), ...found('endpoint', origin), ...client]
}

const regionIn = (text: string | undefined): string | undefined =>
  text !== undefined && isRegion(text) ? text : undefined
