/** A variable of the environment that code takes a secret or a personal value from. */
export interface Variable {
  readonly name: string
  /** What it has to hold, as in `the password`. */
  readonly about: string
  /** Read from standard input where it is not set. */
  readonly isPrompted?: true
}

const known: Readonly<Record<string, string>> = {
  COGNITO_USERNAME: 'the username',
  COGNITO_PASSWORD: 'the password',
  COGNITO_CLIENT_SECRET: 'the client secret of the app client',
  COGNITO_TOTP_SECRET: 'the secret of the authenticator, in Base32',
  COGNITO_NEW_PASSWORD: 'the new password',
  COGNITO_USER_POOL_ID: 'the user pool ID, which the recording does not name',
}

/** The variable of a name. */
export const environmentVariable = (name: string, about = 'a value'): Variable => ({
  name,
  about: known[name] ?? about,
})
