import { regionOf } from '../wire/pool-id.ts'
import { ownerOfSecret, placesOf, valueBesideClient, type Places } from './chosen-value.ts'
import type { ConnectionField, FoundSecret, FoundText, FoundValue } from './configuration-source.ts'
import { capitalized } from '../units/capitalized.ts'

/** What no connection to a user pool works without. */
export const requiredFields = ['userPoolId', 'clientId', 'region'] as const

/** One user pool and one of its app clients, as far as a source says it. */
export interface Connection {
  readonly fields: Readonly<Partial<Record<ConnectionField, FoundText>>>
  readonly clientSecret?: FoundSecret
  readonly missing: readonly (typeof requiredFields)[number][]
}

/** Other fields than the client's own id, which is what a connection is about. */
const otherFields = [
  'name',
  'colour',
  'production',
  'region',
  'userPoolId',
  'endpoint',
  'username',
  'flow',
  'authSessionValidity',
] as const satisfies readonly ConnectionField[]

/**
 * Puts found values together: one connection for each app client, in the order of the source. A
 * pool without a client is a connection that lacks one.
 */
export function connectionsOf(values: readonly FoundValue[]): readonly Connection[] {
  const texts = values.filter((value) => value.field !== 'clientSecret')
  const secrets = values.filter((value) => value.field === 'clientSecret')
  const clients = firstOfEach(texts.filter(({ field }) => field === 'clientId'))
  const pools = firstOfEach(texts.filter(({ field }) => field === 'userPoolId'))
  if (clients.length > 0) return connectionsOfClients(clients, texts, secrets, placesOf(values))
  if (pools.length > 0)
    return pools.map((pool) => connection([pool], texts, pools.length > 1 ? undefined : secrets[0]))
  return texts.length > 0 ? [connection([], texts, secrets[0])] : []
}

/** Fields without which a finding is not worth the name of a connection. */
export const namesPool = ({ fields }: Connection): boolean =>
  fields.clientId !== undefined || fields.userPoolId !== undefined

function connection(
  about: readonly FoundText[],
  texts: readonly FoundText[],
  clientSecret: FoundSecret | undefined,
  among?: AmongClients,
): Connection {
  const client = about[0]?.client ?? ''
  const found = otherFields
    .filter((field) => about[0]?.field !== field)
    .flatMap(
      (field) =>
        nearest(
          texts.filter((one) => one.field === field),
          client,
          (candidates) =>
            about[0] && among
              ? valueBesideClient(about[0], candidates, among.clients, among.places)
              : candidates[0],
        ) ?? [],
    )
  const fields: Partial<Record<ConnectionField, FoundText>> = Object.fromEntries(
    [...about, ...found].map((one) => [one.field, one]),
  )
  const { userPoolId } = fields
  const region = userPoolId && regionOf(userPoolId.text)
  // What the id says counts: a region beside it may be that of another service.
  if (userPoolId && region !== undefined)
    fields.region = { ...userPoolId, field: 'region', text: region }
  return {
    fields,
    ...(clientSecret && { clientSecret }),
    missing: requiredFields.filter((field) => fields[field] === undefined),
  }
}

interface AmongClients {
  readonly clients: readonly FoundText[]
  readonly places: Places
}

/** The value of the same client, else the one that counts for all, else that of the nearest name. */
function nearest(
  candidates: readonly FoundText[],
  client: string,
  choose: (equal: readonly FoundText[]) => FoundText | undefined,
): FoundText | undefined {
  const same = choose(candidates.filter((one) => (one.client ?? '') === client))
  const common = choose(candidates.filter((one) => one.client === undefined))
  const byName = candidates.toSorted(
    (a, b) => sharedWords(b.client, client) - sharedWords(a.client, client),
  )
  return same ?? common ?? byName.find(({ field }) => isOfPool(field))
}

/** What clients of one pool share; a name or a flow of another client says nothing of this one. */
const isOfPool = (field: ConnectionField): boolean =>
  field === 'userPoolId' || field === 'region' || field === 'endpoint' || field === 'username'

const sharedWords = (one = '', other = ''): number =>
  one.split(' ').filter((word) => word !== '' && other.split(' ').includes(word)).length

/** A secret is given to no other client than its own: it is only guessed where there is one. */
function connectionsOfClients(
  clients: readonly FoundText[],
  texts: readonly FoundText[],
  secrets: readonly FoundSecret[],
  places: Places,
): readonly Connection[] {
  const named = groupedBy(clients, nameOf)
  const secretsNamed = groupedBy(secrets, nameOf)
  const owned = groupedBy(secrets, (secret) => {
    const name = nameOf(secret)
    const own = ownerOfSecret(secret, named.get(name) ?? [], secretsNamed.get(name) ?? [], places)
    return own ?? (clients.length === 1 ? clients[0] : undefined)
  })
  return clients.map((client) => {
    const { position } = places(client)
    const steps = (secret: FoundSecret) => Math.abs(places(secret).position - position)
    const own = owned.get(client) ?? []
    const named = own.filter((secret) => nameOf(secret) === nameOf(client))
    const [secret] = (named.length > 0 ? named : own).toSorted((a, b) => steps(a) - steps(b))
    return connection([client], texts, secret, { clients, places })
  })
}

const nameOf = (one: FoundValue): string => one.client ?? ''

function groupedBy<T, Key>(
  all: readonly T[],
  keyOf: (one: T) => Key,
): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

const firstOfEach = (found: readonly FoundText[]): readonly FoundText[] =>
  found.filter(({ text }, at) => found.findIndex((other) => other.text === text) === at)

/** What to call the profile of a connection: its own name, what its client is called, or its id. */
export function connectionName({ fields }: Connection): string {
  const client = fields.clientId?.client ?? ''
  if (fields.name) return fields.name.text
  if (/^[a-z]+( [a-z]+)*$/.test(client)) return capitalized(client)
  return fields.userPoolId?.text ?? fields.clientId?.text ?? ''
}
