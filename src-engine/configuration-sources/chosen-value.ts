import type { FoundValue } from './configuration-source.ts'

/**
 * Of several values that could belong to an app client, the one that stands with it: in the same
 * object of a JSON file, and there as the first pair of the file stands, before or after its client.
 * `clients` and `candidates` are in the order of the document, which `all` says.
 */
export function valueBesideClient<T extends FoundValue>(
  client: FoundValue,
  candidates: readonly T[],
  clients: readonly FoundValue[],
  all: readonly FoundValue[],
): T | undefined {
  const depth = Math.max(...candidates.map((one) => sharedDepth(one.place, client.place)))
  const beside = candidates.filter((one) => sharedDepth(one.place, client.place) === depth)
  const position = all.indexOf(client)
  const before = beside.findLast((one) => all.indexOf(one) < position)
  const after = beside.find((one) => all.indexOf(one) > position)
  return standBefore(candidates, clients, all) ? (before ?? after) : (after ?? before)
}

/** The app client that a secret belongs to: in the same object, else in the nearest line. */
export function ownerOfSecret<T extends FoundValue>(
  secret: FoundValue,
  clients: readonly T[],
  secrets: readonly FoundValue[],
  all: readonly FoundValue[],
): T | undefined {
  const secretFirst = standBefore(secrets, clients, all)
  const isOnOwnSide = (client: T): boolean =>
    all.indexOf(secret) < all.indexOf(client) === secretFirst
  const [best] = clients.toSorted(
    (a, b) =>
      sharedDepth(b.place, secret.place) - sharedDepth(a.place, secret.place) ||
      lineDistance(a.place, secret.place) - lineDistance(b.place, secret.place) ||
      Number(isOnOwnSide(b)) - Number(isOnOwnSide(a)),
  )
  return best
}

const standBefore = (
  candidates: readonly FoundValue[],
  clients: readonly FoundValue[],
  all: readonly FoundValue[],
): boolean =>
  candidates[0] !== undefined &&
  clients[0] !== undefined &&
  all.indexOf(candidates[0]) < all.indexOf(clients[0])

/** How many objects two members of a JSON file are both in; 0 for places that are lines. */
function sharedDepth(one: string, other: string): number {
  const names = other.split('.').slice(0, -1)
  const parents = one.split('.').slice(0, -1)
  const different = parents.findIndex((name, at) => name !== names[at])
  return different === -1 ? parents.length : different
}

const lineOf = (place: string): number => Number(/^line (\d+)/.exec(place)?.[1] ?? 0)

const lineDistance = (one: string, other: string): number => Math.abs(lineOf(one) - lineOf(other))
