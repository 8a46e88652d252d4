import type { SecretKind } from '../secret/secret.ts'

/**
 * How carefully a value is handled. `secret` is never in an event; `personal` is shown in
 * the window and marked in redacted exports; `public` is everywhere.
 */
export type Sensitivity = 'public' | 'personal' | 'secret'

/**
 * A field's value that another field hangs on; an absent value counts as the empty text, and any
 * other will do where none is named.
 */
export interface Condition {
  readonly field: string
  readonly is?: readonly string[]
}

/**
 * What a value is typed into. `switch` is `true`, `false` or not sent; `pairs` is a list of names
 * with values, given under keys such as `UserAttributes.email`; `names` is a list of strings with
 * commas or spaces between; `json` is a JSON document.
 */
export type Control =
  | 'text'
  | 'password'
  | 'code'
  | 'choice'
  | 'switch'
  | 'number'
  | 'pairs'
  | 'names'
  | 'json'

/** One value that a person gives to a call. Forms and command line derive from it. */
export interface Field {
  /**
   * The key on the wire, in AuthParameters or ChallengeResponses. In another operation the member
   * of its input, with a full stop before each nested one: `SMSMfaSettings.Enabled`.
   */
  readonly name: string
  /** The member that the value is sent as, where the operation has another word for it. */
  readonly member?: string
  readonly label: string
  readonly control: Control
  readonly sensitivity: Sensitivity
  /** The kind of its mark; given exactly when the field is secret. */
  readonly secretKind?: SecretKind
  readonly required: boolean
  /** False when the value only feeds a computation and does not go over the wire itself. */
  readonly sent: boolean
  /** One sentence next to the field. */
  readonly help: string
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** What Cognito would refuse in this value, as a sentence; nothing when it looks right. */
  readonly validationError?: (value: string) => string | undefined
  /** Asked for only while another field has one of these values. */
  readonly when?: Condition
  /** The two members of each item of `pairs`; Name and Value when absent. */
  readonly pair?: readonly [key: string, value: string]
  /** How the field reads for an app client without a secret, where that is otherwise. */
  readonly withoutClientSecret?: Pick<Field, 'label' | 'help'>
  /** Rarely needed, so it is not among the first. */
  readonly rare?: true
}

/** A value that Authscope makes itself, shown in the form as "made when sent". */
export interface ComputedValue {
  readonly name: string
  readonly when?: Condition
  readonly sensitivity: Sensitivity
  readonly secretKind?: SecretKind
  readonly help: string
}

/**
 * What is asked for, or made, while these values are given; two of one name exclude each other. What
 * hangs on a field that is not asked for is not, either.
 */
export const activeFields = <Of extends Field | ComputedValue>(
  all: readonly Of[],
  inputs: Readonly<Record<string, unknown>>,
): readonly Of[] =>
  all.filter(({ when }) => {
    if (!when) return true
    const value = inputs[when.field] ?? ''
    if (typeof value !== 'string' || !(when.is?.includes(value) ?? value !== '')) return false
    const holders = all.filter(({ name }) => name === when.field)
    return holders.length === 0 || activeFields(holders, inputs).length > 0
  })

/** A field as it reads for an app client with or without a secret. */
export const fieldOfClient = (field: Field, hasClientSecret: boolean): Field =>
  hasClientSecret ? field : { ...field, ...field.withoutClientSecret }

/** What Cognito refuses in any username (API model of Username). */
export const validateUsername = (value: string): string | undefined =>
  /\s/.test(value)
    ? 'A Cognito username contains no spaces.'
    : value.length > 128
      ? 'A Cognito username has at most 128 characters.'
      : undefined

/** What a device key looks like (API model of DeviceKeyType). */
export const validateDeviceKey = (value: string): string | undefined =>
  /^[\w-]+_[0-9a-f-]+$/.test(value) && value.length <= 55
    ? undefined
    : 'A device key looks like <region>_<UUID>.'

/** What a token of Cognito is made of. */
export const validateToken = (value: string): string | undefined =>
  /^[\w.=-]+$/.test(value)
    ? undefined
    : 'A token contains only letters, digits and the characters - _ = and full stop.'

/** The field that names the user, the same in every flow that has one. */
export const usernameField: Field = {
  name: 'USERNAME',
  label: 'Username',
  control: 'text',
  sensitivity: 'personal',
  required: true,
  sent: true,
  help: 'The username, or an alias (email, phone number) if the pool allows it.',
  validationError: validateUsername,
}

/** What Cognito refuses in any password, whatever the pool's policy (API model of Password). */
export const passwordPolicyViolation = (value: string): string | undefined =>
  /\s/.test(value)
    ? 'Cognito refuses whitespace in a password.'
    : value.length > 256
      ? 'A Cognito password has at most 256 characters.'
      : undefined

/** A password that goes over the wire as it is. */
export const sentPasswordField: Field = {
  name: 'PASSWORD',
  label: 'Password',
  control: 'password',
  sensitivity: 'secret',
  secretKind: 'password',
  required: true,
  sent: true,
  help: 'Sent as it is.',
  validationError: passwordPolicyViolation,
}

/** A password that only a proof is made from. */
export const provedPasswordField: Field = {
  ...sentPasswordField,
  sent: false,
  help: 'Never sent; used to compute the proof in PASSWORD_VERIFIER.',
}

/** The remembered device that signs in. */
export const deviceKeyField: Field = {
  name: 'DEVICE_KEY',
  label: 'Device key',
  control: 'text',
  sensitivity: 'personal',
  required: true,
  sent: true,
  help: 'As in NewDeviceMetadata: <region>_<UUID>.',
  validationError: validateDeviceKey,
}

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
  validationError: (value) =>
    new RegExp(`^\\d{${String(digits)}}$`).test(value)
      ? undefined
      : `This code has ${String(digits)} digits.`,
})
