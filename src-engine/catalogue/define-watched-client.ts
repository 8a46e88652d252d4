/** What a program has to be told so that its calls come through the recording endpoint. */
export interface WatchedEndpoint {
  /** As in `http://127.0.0.1:9234`, without a slash at the end. */
  readonly url: string
  readonly region: string
  readonly userPoolId: string
  readonly clientId: string
}

/** A client library or tool, and the line that points it at another endpoint. */
export interface WatchedClient {
  /** Stable, as on the command line. */
  readonly id: string
  readonly title: string
  /** What the lines are written in, for people. */
  readonly where: string
  /** The lines to change, filled in. */
  readonly lines: (endpoint: WatchedEndpoint) => string
  /** What else has to be known, in a sentence or two. */
  readonly note?: string
}

/** Gives a client its type. */
export const defineWatchedClient = (client: WatchedClient): WatchedClient => client
