import type { Field } from './field.ts'

/** The answer to a proof, entered or computed. */
export const proofFields: readonly Field[] = [
  {
    name: 'PASSWORD_CLAIM_SIGNATURE',
    label: 'Signature',
    control: 'text',
    sensitivity: 'secret',
    secretKind: 'signature',
    required: true,
    sent: true,
    help: 'Base64 of the HMAC-SHA256; computed unless you enter one.',
  },
  {
    name: 'PASSWORD_CLAIM_SECRET_BLOCK',
    label: 'Secret block',
    control: 'text',
    sensitivity: 'secret',
    secretKind: 'secret block',
    required: true,
    sent: true,
    help: 'SECRET_BLOCK exactly as received.',
  },
  {
    name: 'TIMESTAMP',
    label: 'Timestamp',
    control: 'text',
    sensitivity: 'public',
    required: true,
    sent: true,
    help: 'As in “Tue Jan 1 06:06:09 UTC 2019”: English, no zero before the day, the same string as in the signature.',
    validationError: (value) =>
      /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) [A-Z][a-z]{2} [1-9]\d? \d\d:\d\d:\d\d UTC \d{4}$/.test(value)
        ? undefined
        : 'Cognito refuses this format with “Incorrect username or password.”.',
  },
]
