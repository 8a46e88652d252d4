import type { SecretKind } from '../secret/secret.ts'

/**
 * How carefully a value is handled. `secret` never stands in an open event; `personal` is shown in
 * the window and marked in redacted exports; `public` stands everywhere.
 */
export type Sensitivity = 'public' | 'personal' | 'secret'

/** One value that a person gives to a flow or a challenge. Forms and command line derive from it. */
export interface Field {
  /** The key on the wire, in AuthParameters or ChallengeResponses. */
  readonly name: string
  readonly label: string
  readonly control: 'text' | 'password' | 'code' | 'choice'
  readonly sensitivity: Sensitivity
  /** The kind of its mark; given exactly when the field is secret. */
  readonly secretKind?: SecretKind
  readonly required: boolean
  /** False when the value only feeds a computation and does not go over the wire itself. */
  readonly sent: boolean
  /** One sentence beside the field. */
  readonly help: string
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** What Cognito would refuse in this value, as a sentence; nothing when it looks right. */
  readonly complaint?: (value: string) => string | undefined
}

/** A value that Authscope makes itself, shown in the form as "made when sent". */
export interface MadeValue {
  readonly name: string
  readonly sensitivity: Sensitivity
  readonly secretKind?: SecretKind
  readonly help: string
}

/** The field that names the user, the same in every flow that has one. */
export const usernameField: Field = {
  name: 'USERNAME',
  label: 'User name',
  control: 'text',
  sensitivity: 'personal',
  required: true,
  sent: true,
  help: 'The user name, or an alias of it (e-mail, phone number) where the pool allows one.',
  complaint: (value) =>
    /\s/.test(value)
      ? 'A Cognito user name holds no spaces.'
      : value.length > 128
        ? 'A Cognito user name has at most 128 characters.'
        : undefined,
}

/** What Cognito refuses in any password, whatever the pool's policy (API model of Password). */
export const passwordComplaint = (value: string): string | undefined =>
  /\s/.test(value)
    ? 'Cognito refuses white space in a password.'
    : value.length > 256
      ? 'A Cognito password has at most 256 characters.'
      : undefined

/** A field for a numeric code that was sent or computed. */
export const codeField = (name: string, digits: number, help: string): Field => ({
  name,
  label: 'Code',
  control: 'code',
  sensitivity: 'secret',
  secretKind: 'code',
  required: true,
  sent: true,
  help,
  complaint: (value) =>
    new RegExp(`^\\d{${String(digits)}}$`).test(value)
      ? undefined
      : `This code has ${String(digits)} digits.`,
})
