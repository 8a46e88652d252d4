/** One round of a custom sign-in, as DefineAuthChallenge and CreateAuthChallenge see it. */
export interface ChallengeResult {
  readonly challengeName: 'CUSTOM_CHALLENGE' | 'SRP_A' | 'PASSWORD_VERIFIER'
  readonly challengeResult: boolean
  readonly challengeMetadata?: string
}

/** What the triggers are told of a user. */
export interface TriggerUser {
  readonly userName: string
  readonly userAttributes: Readonly<Record<string, string>>
}

/** What DefineAuthChallenge decides after each round. */
export type Definition =
  | { readonly issueTokens: true }
  | { readonly failAuthentication: true }
  | { readonly challengeName: 'CUSTOM_CHALLENGE' | 'PASSWORD_VERIFIER' }

/** What CreateAuthChallenge makes. */
export interface CreatedChallenge {
  readonly publicChallengeParameters: Readonly<Record<string, string>>
  readonly privateChallengeParameters: Readonly<Record<string, string>>
  readonly challengeMetadata?: string
}

/** The three triggers of custom authentication, as pure functions. */
export interface CustomAuthTriggers {
  readonly define: (user: TriggerUser, session: readonly ChallengeResult[]) => Definition
  readonly create: (user: TriggerUser, session: readonly ChallengeResult[]) => CreatedChallenge
  /** Whether the answer is right. */
  readonly verify: (
    user: TriggerUser,
    privateChallengeParameters: Readonly<Record<string, string>>,
    challengeAnswer: string,
  ) => boolean
}
