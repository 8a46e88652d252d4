import { isJsonObject, parseTolerantly } from '../import/json-object.ts'
import { Secret } from '../secret/secret.ts'
import { isRegion, poolIdWithin, regionOf } from '../wire/pool-id.ts'
import { pulumiSecret } from './pulumi-secret.ts'
import { withDecodedData } from './kubernetes-secret.ts'
import type { FoundText, FoundValue } from './configuration-source.ts'

/** A value under a name that somebody chose, as in `.env` files and stack outputs. */
export interface NamedValue {
  readonly name: string
  readonly value: string
  readonly place: string
  /** The app client that its place implies; absent where only the name can say it. */
  readonly client?: string
}

/**
 * The form of an app client ID: most have 26 characters, and some that public repositories show have
 * 25. Shorter ones are known by their name alone.
 */
export const isClientIdForm = (text: string): boolean => /^[a-z0-9]{25,26}$/.test(text)

/** Words that say which field a name is about, or whose framework it is for, not which client. */
const fieldWords = new Set(
  'next public react app vite expo nuxt gatsby ng vue aws cognito identity user users pool pools userpool client clientid userpoolid id ids region secret arn issuer iss aud url uri endpoint auth stack output outputs exports ref parameter value string physical resource'.split(
    ' ',
  ),
)

/** The hashes at the end of a logical id of the CDK, as in `WebClientId3F2A9C01`. */
const withoutHash = (name: string): string => name.replace(/(?<=[a-z])(?:[0-9A-F]{8}){1,2}$/, '')

/** `NEXT_PUBLIC_adminClientId` → next, public, admin, client, id. */
const wordsOf = (name: string): readonly string[] =>
  withoutHash(name)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
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
  const value = withoutDefaultSyntax(named.value.trim())
  const client = named.client ?? clientOfName(name)
  const at = { place, ...(client !== '' && { client }) }
  const found = (field: FoundText['field'], text = value): FoundText[] => [{ field, text, ...at }]
  const words = wordsOf(name).join(' ')
  if (value === '' || isPlaceholder(value)) return []
  const isOther = isOtherProvider(words) || isOtherProvider(wordsOf(place).join(' '))
  if (isClientSecret(words))
    return isOther
      ? []
      : [{ field: 'clientSecret', secret: Secret.of('client secret', value), ...at }]
  if (/password|passwd|token|identity pool/.test(words)) return []
  const within = poolIdWithin(value)
  if (within !== undefined) return [...found('userPoolId', within), ...endpointOfIssuer(value, at)]
  if (/^https?:\/\//i.test(value))
    return isEndpointName(words) ? found('endpoint', value.replace(/\/$/, '')) : issuerOf(value, at)
  if (regionOf(value) !== undefined && /^[\w-]+_[0-9a-zA-Z]+$/.test(value))
    return found('userPoolId')
  if (/user ?pool ?id$/.test(words) && /^[\w-]+_[0-9a-zA-Z]+$/.test(value))
    return found('userPoolId')
  if (isClientId(words, value, isOther)) return found('clientId')
  if (/region/.test(words) && isRegion(value)) return found('region')
  if (/cognito/.test(words) && /user ?name$/.test(words)) return found('username')
  return []
}

/** Other identity providers have client IDs too; theirs are not of this form, or say whose. */
const isClientId = (words: string, value: string, isOther: boolean): boolean =>
  isClientIdForm(value)
    ? !/secret|key/.test(words)
    : !isOther &&
      /(cognito|pool|web|app).*client ?id$|^client ?id$/.test(words) &&
      /^[\w+]{1,128}$/.test(value)

/** `AUTH_COGNITO_SECRET` is the name in Auth.js; an ARN or a name of a secret is not the secret. */
const isClientSecret = (words: string): boolean =>
  /client ?secret/.test(words)
    ? !/secret (arn|id|name|path|ref)$/.test(words)
    : /cognito( app)? secret$/.test(words)

/** Names and members of other identity providers, whose client IDs and secrets are their own. */
const isOtherProvider = (words: string): boolean =>
  /\b(?:google|github|facebook|apple|azure|okta|auth0|microsoft|keycloak)\b(?!.*\b(?:cognito|pool|userpool)\b)/.test(
    words,
  )

/** `${NAME:-value}` of a shell, Compose or Spring: the default. */
const withoutDefaultSyntax = (value: string): string =>
  /^\$\{\w+:-?([^}$]+)\}$/.exec(value)?.[1] ?? value

/** Endpoints of OAuth, as in `COGNITO_TOKEN_ENDPOINT`, are not that of the service. */
const isEndpointName = (words: string): boolean =>
  /endpoint/.test(words) &&
  /cognito|user ?pool|idp/.test(words) &&
  !/token|authori[sz]|user ?info|log ?out|login|session|revo|jwks|o ?auth|discovery/.test(words)

/** What stands for a value: a variable of the program, a text to be replaced, or a hidden secret. */
const isPlaceholder = (value: string): boolean =>
  // Pulumi, Terraform, and logs of CI.
  /^(?:\[secret\]|\((?:sensitive|known after)\b.*|\*{3,})$/i.test(value) ||
  /^(?:process\.env|import\.meta|deno\.env|bun\.env|os\.environ|os\.getenv)\b/i.test(value) ||
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

/** Members of a pair in which a JSON file writes a name and its value, in lowercase. */
const nameMembers = ['name', 'key', 'parameterkey', 'outputkey']
const valueMembers = ['value', 'parametervalue', 'outputvalue']

/** `{"name": "CLIENT_ID", "value": "x"}`, as ECS, Azure, SSM and CloudFormation write it. */
function pairIn(json: object): { readonly name: string; readonly valueAt: string } | undefined {
  const texts = Object.entries(json).filter(([, value]) => typeof value === 'string')
  const [, name] = texts.find(([key]) => nameMembers.includes(key.toLowerCase())) ?? []
  const [valueAt] = texts.find(([key]) => valueMembers.includes(key.toLowerCase())) ?? []
  return name === undefined || valueAt === undefined ? undefined : { name: String(name), valueAt }
}

/** Every text under a name in a JSON value, with the path of its member. */
export function namedValuesIn(json: unknown, path = ''): readonly NamedValue[] {
  if (typeof json === 'string') {
    // Secrets Manager and many programs keep JSON in a text: SecretString.
    const inner = /^\s*\{/.test(json) ? parseTolerantly(json) : undefined
    return isJsonObject(inner) && Object.keys(inner).length > 0
      ? namedValuesIn(inner, path)
      : [{ name: path.split('.').at(-1) ?? path, value: json, place: path }]
  }
  if (typeof json !== 'object' || json === null) return []
  const secret = pulumiSecret(json)
  if (secret !== undefined) return namedValuesIn(secret, path)
  const pair = pairIn(json)
  return Object.entries(withDecodedData(json)).flatMap(([name, value]) => {
    const found = namedValuesIn(value, path === '' ? name : `${path}.${name}`)
    return pair?.valueAt === name ? found.map((one) => ({ ...one, name: pair.name })) : found
  })
}
