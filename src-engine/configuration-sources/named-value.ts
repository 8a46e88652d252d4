import { Secret } from '../secret/secret.ts'
import { isRegion, poolIdWithin, regionOf } from '../wire/pool-id.ts'
import type { FoundText, FoundValue } from './configuration-source.ts'

/** A value under a name that somebody chose, as in `.env` files and stack outputs. */
export interface NamedValue {
  readonly name: string
  readonly value: string
  readonly place: string
  /** The app client that its place implies; absent where only the name can say it. */
  readonly client?: string
}

const clientIdForm = /^[a-z0-9]{26}$/
/** Words that say which field a name is about, or whose framework it is for, not which client. */
const fieldWords = new Set(
  'next public react app vite expo nuxt gatsby ng aws cognito user users pool pools userpool client clientid userpoolid id ids region secret arn issuer iss url uri endpoint auth output outputs'.split(
    ' ',
  ),
)

/** `NEXT_PUBLIC_adminClientId` → next, public, admin, client, id. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())

/** What of a name tells one app client from another: `admin` of `ADMIN_CLIENT_ID`. */
const clientOfName = (name: string): string =>
  wordsOf(name)
    .filter((word) => !fieldWords.has(word) && !/^[0-9a-f]{8}$/.test(word))
    .join(' ')

/** What a named value is to a connection, by its shape and by its name; nothing when it is none. */
export function readNamedValue(named: NamedValue): readonly FoundValue[] {
  const { name, place } = named
  const value = named.value.trim()
  const client = named.client ?? clientOfName(name)
  const at = { place, ...(client !== '' && { client }) }
  const found = (field: FoundText['field'], text = value): FoundText[] => [{ field, text, ...at }]
  const words = wordsOf(name).join(' ')
  if (value === '' || isPlaceholder(value)) return []
  if (/client ?secret/.test(words))
    return [{ field: 'clientSecret', secret: Secret.of('client secret', value), ...at }]
  if (/password|passwd|token|identity/.test(words)) return []
  const within = poolIdWithin(value)
  if (within !== undefined) return [...found('userPoolId', within), ...endpointOfIssuer(value, at)]
  if (/^https?:\/\//i.test(value))
    return isEndpointName(words) ? found('endpoint', value.replace(/\/$/, '')) : issuerOf(value, at)
  if (regionOf(value) !== undefined && /^[\w-]+_[0-9a-zA-Z]+$/.test(value))
    return found('userPoolId')
  if (/user ?pool ?id$/.test(words) && /^[\w-]+_[0-9a-zA-Z]+$/.test(value))
    return found('userPoolId')
  if (isClientId(words, value)) return found('clientId')
  if (/region/.test(words) && isRegion(value)) return found('region')
  if (/cognito/.test(words) && /user ?name$/.test(words)) return found('username')
  return []
}

/** Other identity providers have client ids too; theirs are not of this form, or say whose. */
const isClientId = (words: string, value: string): boolean =>
  clientIdForm.test(value)
    ? !/secret|key/.test(words)
    : /(cognito|pool|web|app).*client ?id$|^client ?id$/.test(words) &&
      /^[\w+]{1,128}$/.test(value) &&
      !/google|github|facebook|apple/.test(words)

const isEndpointName = (words: string): boolean =>
  /endpoint/.test(words) && /cognito|user ?pool|idp/.test(words)

const isPlaceholder = (value: string): boolean =>
  /^(<.*>|\$\{?.*|\{\{.*|x{4,}|your[-_ ].*|changeme|todo)$/is.test(value)

type Place = Pick<FoundText, 'place' | 'client'>

/** The issuer of an emulator says its endpoint too; that of AWS needs none. */
function endpointOfIssuer(url: string, at: Place): readonly FoundText[] {
  const origin = /^(https?:\/\/[^/]+)\//i.exec(url)?.[1]
  if (origin === undefined || /amazonaws|amazoncognito|console\.aws/i.test(origin)) return []
  return [{ field: 'endpoint', text: origin, ...at }]
}

/** `http://127.0.0.1:9229/local_AbC`: the issuer of an emulator, which names no service. */
function issuerOf(url: string, at: Place): readonly FoundText[] {
  const [, , id] =
    /^(https?:\/\/[^/?#]+)\/([\w-]+_[0-9a-zA-Z]+)(?:\/(?:\.well-known\/.*)?)?$/i.exec(url) ?? []
  if (id === undefined) return managedLogin(url, at)
  return [{ field: 'userPoolId', text: id, ...at }, ...endpointOfIssuer(url, at)]
}

/** A managed-login domain says the region, and the app client where the address names one. */
function managedLogin(url: string, at: Place): readonly FoundText[] {
  const region = /\.auth(?:-fips)?\.([a-z0-9-]+)\.amazoncognito\.com/i.exec(url)?.[1]
  return region === undefined ? [] : [{ field: 'region', text: region, ...at }]
}

/** Every text under a name in a JSON value, with the path of its member. */
export function namedValuesIn(json: unknown, path = ''): readonly NamedValue[] {
  if (typeof json === 'string')
    return [{ name: path.split('.').at(-1) ?? path, value: json, place: path }]
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([name, value]) =>
    namedValuesIn(value, path === '' ? name : `${path}.${name}`),
  )
}
