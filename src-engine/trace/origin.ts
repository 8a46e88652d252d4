/** What ties a call of another program to the calls before it. */
export type Link =
  | 'session'
  | 'secret block'
  | 'refresh token'
  | 'access token'
  /** `origin_jti`: one for all tokens of a sign-in, refreshed ones included. */
  | 'token family'
  /** The same USERNAME and SRP_A: a request sent again, or an answer that repeats it. */
  | 'SRP_A'
  /** The only sign-in that it can go on with: the values that would tie them were not captured. */
  | 'order'
  /** A further attempt of the same call. */
  | 'retry'

/** How the first call of a trace relates to what came before it. */
export type ChainStart =
  /** It begins a sign-in, or an account’s own story such as SignUp. */
  | { readonly kind: 'whole' }
  /** It carries a value that no answer in the recording gave. */
  | { readonly kind: 'began before'; readonly missing: Link }
  /** It carries nothing that would tie it to another call. */
  | { readonly kind: 'alone'; readonly why: 'no link' | 'not captured' | 'ambiguous' }

/** Where a trace comes from. A trace that does not say so was performed by Authscope. */
export type Origin =
  | { readonly kind: 'performed' }
  | { readonly kind: 'watched'; readonly start: ChainStart }
  | {
      readonly kind: 'imported'
      readonly start: ChainStart
      /** As its importer calls it: `HAR`, `AWS CLI debug log`. */
      readonly format: string
      /** Name of the file, without its folder; empty for what was pasted. */
      readonly file: string
      /** The program that wrote it, by its own word; empty where it says none. */
      readonly tool: string
    }
