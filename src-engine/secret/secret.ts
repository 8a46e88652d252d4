/**
 * What a secret is. The kind names its mark on the timeline and in exports (`‹session 9f3a›`),
 * and says nothing about the value.
 */
export const secretKinds = [
  'password',
  'client secret',
  'secret hash',
  'session',
  'code',
  'totp secret',
  'otpauth uri',
  'secret block',
  'signature',
  'srp private',
  'srp key',
  'id token',
  'access token',
  'refresh token',
  'device secret',
  'passkey key',
  'context data',
  'custom answer',
  'feedback token',
  'header',
  'body',
  'text',
] as const
export type SecretKind = (typeof secretKinds)[number]

const values = new WeakMap<Secret, string>()

/**
 * A text that cannot be printed, serialised, spread or cloned: the value hangs beside the object in
 * a `WeakMap`, and only {@link reveal} gives it back.
 */
export class Secret {
  declare private readonly brand: 'Secret'
  readonly kind: SecretKind

  private constructor(kind: SecretKind) {
    this.kind = kind
  }

  static of(kind: SecretKind, value: string): Secret {
    const secret = new Secret(kind)
    values.set(secret, value)
    Object.freeze(secret)
    return secret
  }

  toString(): string {
    return `‹${this.kind}›`
  }

  toJSON(): string {
    return this.toString()
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString()
  }
}

/**
 * The only way out of a {@link Secret}. Lint says which folders may call it.
 * @throws TypeError when the object did not come from `Secret.of` in this process
 */
export function reveal(secret: Secret): string {
  const value = values.get(secret)
  if (value === undefined) throw new TypeError('not a secret of this process')
  return value
}

/** The text of a value that may or may not be secret. Under the same lint rule as {@link reveal}. */
export const revealText = (value: string | Secret): string =>
  value instanceof Secret ? reveal(value) : value
