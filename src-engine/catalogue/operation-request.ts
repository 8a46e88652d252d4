import { secretHash } from '../secret-hash/secret-hash.ts'
import { revealText, Secret } from '../secret/secret.ts'
import type { AppClient } from '../wire/app-client.ts'
import type { WireValues } from '../wire/wire-values.ts'
import type { WireRequest, WireValue } from '../wire/request.ts'
import type { AccountOperation } from './define-operation.ts'
import { activeFields, type Field } from './field.ts'
import { readJsonDocument } from './json-document.ts'

/** What an operation is called with. */
export interface OperationInput {
  /** By the name of the field; items of `pairs` under `<field>.<name>`. An empty text is not sent. */
  readonly inputs: WireValues
  readonly clientMetadata?: Readonly<Record<string, string>>
}

/**
 * Builds the call: the values that were given, each in its form on the wire, with what the app
 * client adds. SecretHash, ClientSecret and a Session that are entered manually stay as they are.
 */
export function operationRequest(
  operation: AccountOperation,
  client: AppClient,
  { clientMetadata = {}, inputs }: OperationInput,
): WireRequest {
  const input: Record<string, WireValue> = {}
  const put = (path: readonly string[], value: WireValue): void => {
    const [member = '', nested] = path
    input[member] =
      nested === undefined
        ? value
        : { ...(input[member] as Record<string, WireValue> | undefined), [nested]: value }
  }
  for (const field of activeFields(operation.fields, inputs)) {
    const value = wireValue(field, inputs)
    if (value !== undefined) put(field.name.split('.'), value)
  }
  // Cognito takes one of the two, and refuses both.
  if (operation.authorised === 'access token or session' && input['Session'] !== undefined)
    delete input['AccessToken']
  return {
    operation: operation.name,
    input: {
      ...ofClient(operation, client, revealText(inputs['Username'] ?? '')),
      ...input,
      ...(Object.keys(clientMetadata).length > 0 && { ClientMetadata: clientMetadata }),
    },
  }
}

function ofClient(
  { authorised }: AccountOperation,
  { clientId, clientSecret, userPoolId }: AppClient,
  username: string,
): WireRequest['input'] {
  switch (authorised) {
    case 'app client':
      return {
        ClientId: clientId,
        ...(clientSecret && { SecretHash: secretHash(clientSecret, username, clientId) }),
      }
    case 'client secret':
      return { ClientId: clientId, ...(clientSecret && { ClientSecret: clientSecret }) }
    case 'client credentials':
      return { ClientId: clientId, ...(clientSecret && { Secret: clientSecret }) }
    case 'feedback token':
      return { UserPoolId: userPoolId }
    case 'access token':
    case 'access token or session':
      return {}
  }
}

/** A field's value as sent; undefined when it is not sent. */
function wireValue(field: Field, inputs: WireValues): WireValue | undefined {
  if (field.control === 'pairs') return pairsOf(field, inputs)
  const value = inputs[field.name]
  if (value === undefined || value === '') return undefined
  switch (field.control) {
    case 'switch':
      return value === 'true'
    case 'number': {
      const number = Number(revealText(value))
      return Number.isFinite(number) ? number : value
    }
    case 'names':
      return namesIn(revealText(value))
    case 'json':
      return documentOf(value)
    case 'text':
    case 'password':
    case 'code':
    case 'choice':
      return value
  }
}

/** Names with commas or whitespace between. */
const namesIn = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean)

/** The entered items; a required list is sent even when empty, as the model requires. */
function pairsOf(
  { name, pair: [key, value] = ['Name', 'Value'], required }: Field,
  inputs: WireValues,
): WireValue | undefined {
  const items = Object.entries(inputs).flatMap(([path, text]) =>
    path.startsWith(`${name}.`) ? [{ [key]: path.slice(name.length + 1), [value]: text }] : [],
  )
  return items.length > 0 || required || name === 'MFAOptions' ? items : undefined
}

/** Shorter strings in a document are its vocabulary, such as `public-key`. */
const minSecretLength = 20

/** A JSON document whose long strings stay secrets, as the whole was one. */
function documentOf(value: string | Secret): WireValue {
  const document = readJsonDocument(revealText(value))
  if (!document) return value
  const closed = (part: unknown): WireValue => {
    if (typeof part === 'string')
      return value instanceof Secret && part.length >= minSecretLength
        ? Secret.of(value.kind, part)
        : part
    if (Array.isArray(part)) return part.map(closed)
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, closed(each)]))
    return part as number | boolean | null
  }
  return closed(document)
}
