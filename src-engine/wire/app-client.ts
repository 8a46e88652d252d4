import type { Secret } from '../secret/secret.ts'

/** The app client that a sign-in goes to. */
export interface AppClient {
  /** `<region>_<name>`; needed by SRP, whose proof contains the pool's name. */
  readonly userPoolId: string
  readonly clientId: string
  readonly clientSecret?: Secret
}
