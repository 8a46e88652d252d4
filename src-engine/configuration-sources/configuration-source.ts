import type { Secret } from '../secret/secret.ts'
import type { SourceDocument } from './source-document.ts'

/** What a connection to a user pool can say of itself in plain text. */
export type ConnectionField =
  | 'name'
  | 'colour'
  | 'production'
  | 'region'
  | 'userPoolId'
  | 'clientId'
  | 'endpoint'
  | 'username'
  | 'flow'
  | 'authSessionValidity'

interface FoundSomewhere {
  /** Where it stands: a line (`line 12`) or a member (`auth.user_pool_id`). */
  readonly place: string
  /** The app client that it belongs to, by any name; absent when it counts for all of them. */
  readonly client?: string
}

/** One field of a connection, with the place where it was found. */
export interface FoundText extends FoundSomewhere {
  readonly field: ConnectionField
  readonly text: string
}

/** A client secret, with the place where it was found. */
export interface FoundSecret extends FoundSomewhere {
  readonly field: 'clientSecret'
  readonly secret: Secret
}

export type FoundValue = FoundText | FoundSecret

/** One kind of file or text in which people have the ids of their user pool. */
export interface ConfigurationSource {
  /** Stable, for the command line and for tests. */
  readonly id: string
  /** As people call it: `amplify_outputs.json`. */
  readonly title: string
  /** Whether this source reads the document; the first in the list that finds ids in it counts. */
  readonly recognises: (document: SourceDocument) => boolean
  /** Everything that a connection can use. Never throws; an empty list where nothing is in it. */
  readonly read: (document: SourceDocument) => readonly FoundValue[]
}
