import type { FoundValue } from './configuration-source.ts'

/** Where a value stands. */
interface Place {
  /** Its number in the document. */
  readonly position: number
  /** The objects of a JSON file that it is in, from the outermost; none for a line. */
  readonly parents: readonly string[]
  /** 0 for a member of a JSON file. */
  readonly line: number
}

/** Where each value of a document stands; the values are in the order of the document. */
export type Places = (value: FoundValue) => Place

/** @param all values of one document, in its order */
export function placesOf(all: readonly FoundValue[]): Places {
  const places = new Map(
    all.map((value, position) => [
      value,
      {
        position,
        parents: value.place.split('.').slice(0, -1),
        line: Number(/^line (\d+)/.exec(value.place)?.[1] ?? 0),
      },
    ]),
  )
  return (value) => {
    const place = places.get(value)
    if (!place) throw new Error('The value is not from this document.')
    return place
  }
}

/**
 * Of several values that could belong to an app client, the one that stands with it: in the same
 * object of a JSON file, and there as the first pair of the file stands, before or after its client.
 * `clients` and `candidates` are in the order of the document.
 */
export function valueBesideClient<T extends FoundValue>(
  client: FoundValue,
  candidates: readonly T[],
  clients: readonly FoundValue[],
  places: Places,
): T | undefined {
  const own = places(client)
  const depths = candidates.map((one) => sharedDepth(places(one), own))
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0)
  const beside = candidates.filter((_, at) => depths[at] === deepest)
  const before = beside.findLast((one) => places(one).position < own.position)
  const after = beside.find((one) => places(one).position > own.position)
  return standBefore(candidates, clients, places) ? (before ?? after) : (after ?? before)
}

/** The app client that a secret belongs to: in the same object, else in the nearest line. */
export function ownerOfSecret<T extends FoundValue>(
  secret: FoundValue,
  clients: readonly T[],
  secrets: readonly FoundValue[],
  places: Places,
): T | undefined {
  const secretFirst = standBefore(secrets, clients, places)
  const own = places(secret)
  let best: { readonly client: T; readonly nearness: Nearness } | undefined
  for (const client of clients) {
    const place = places(client)
    const nearness = {
      depth: sharedDepth(place, own),
      lines: Math.abs(place.line - own.line),
      side: own.position < place.position === secretFirst ? 1 : 0,
    }
    if (!best || isNearer(nearness, best.nearness)) best = { client, nearness }
  }
  return best?.client
}

interface Nearness {
  readonly depth: number
  readonly lines: number
  /** 1 where the client is on the side that the first pair of the file shows. */
  readonly side: number
}

const isNearer = (one: Nearness, other: Nearness): boolean =>
  (one.depth - other.depth || other.lines - one.lines || one.side - other.side) > 0

const standBefore = (
  [candidate]: readonly FoundValue[],
  [client]: readonly FoundValue[],
  places: Places,
): boolean =>
  candidate !== undefined &&
  client !== undefined &&
  places(candidate).position < places(client).position

/** How many objects two members of a JSON file are both in; 0 for places that are lines. */
function sharedDepth({ parents }: Place, { parents: others }: Place): number {
  const different = parents.findIndex((name, at) => name !== others[at])
  return different === -1 ? parents.length : different
}
