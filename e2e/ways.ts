/** How a person answers a challenge that waits. */
export type Answer =
  /** Has it computed. */
  | 'compute'
  /** Takes the code that the practice pool has sent. */
  | 'code from outbox'
  /** Chooses by the value on the wire, and types what is asked for then. */
  | { readonly choose: string; readonly type?: Readonly<Record<string, string>> }
  /** Types into fields, by the beginning of their labels. */
  | { readonly type: Readonly<Record<string, string>> }

/** One sign-in to the practice pool, with every challenge that waits on the way. */
export interface Way {
  readonly flow: string
  /** Of a practice client, without `Practice: `. */
  readonly client: string
  readonly user: string
  /** Automatic answers that are turned off. */
  readonly byHand?: readonly ('SRP' | 'TOTP')[]
  /** Public AuthParameters, by the beginning of their labels. */
  readonly given?: Readonly<Record<string, string>>
  readonly challenges: readonly (readonly [name: string, answer: Answer])[]
}

const password = 'Practice-Password-1!'
const newPassword = 'Another-Password-2!'

/** The ways through the practice pool: together they meet every flow and challenge that it has. */
export const ways: readonly Way[] = [
  {
    flow: 'USER_SRP_AUTH',
    client: 'web-public',
    user: 'alice',
    byHand: ['SRP'],
    challenges: [['PASSWORD_VERIFIER', 'compute']],
  },
  {
    flow: 'USER_PASSWORD_AUTH',
    client: 'web-public',
    user: 'totp-user',
    byHand: ['TOTP'],
    challenges: [['SOFTWARE_TOKEN_MFA', 'compute']],
  },
  {
    flow: 'USER_PASSWORD_AUTH',
    client: 'web-public',
    user: 'choose-mfa-user',
    challenges: [
      ['SELECT_MFA_TYPE', { choose: 'SMS_MFA' }],
      ['SMS_MFA', 'code from outbox'],
    ],
  },
  {
    flow: 'USER_SRP_AUTH',
    client: 'web-public',
    user: 'temporary-password-user',
    challenges: [
      ['NEW_PASSWORD_REQUIRED', { type: { 'New password': newPassword, name: 'Tamara' } }],
    ],
  },
  {
    flow: 'USER_SRP_AUTH',
    client: 'email-public',
    user: 'mfa-setup-user@example.com',
    challenges: [['MFA_SETUP', 'compute']],
  },
  {
    flow: 'USER_AUTH',
    client: 'choice',
    user: 'choice-user',
    challenges: [
      ['SELECT_CHALLENGE', { choose: 'SMS_OTP' }],
      ['SMS_OTP', 'code from outbox'],
    ],
  },
  {
    flow: 'USER_AUTH',
    client: 'choice',
    user: 'choice-user',
    challenges: [['SELECT_CHALLENGE', { choose: 'PASSWORD', type: { Password: password } }]],
  },
  {
    flow: 'USER_AUTH',
    client: 'choice',
    user: 'code-user',
    challenges: [
      ['SELECT_CHALLENGE', { choose: 'EMAIL_OTP' }],
      ['EMAIL_OTP', 'code from outbox'],
    ],
  },
  {
    flow: 'USER_AUTH',
    client: 'choice',
    user: 'choice-user',
    given: { 'Wanted assurance': 'urn:cognito:loa:3' },
    challenges: [
      ['SELECT_CHALLENGE', { choose: 'EMAIL_OTP' }],
      ['EMAIL_OTP', 'code from outbox'],
      ['PASSWORD', { type: { Password: password } }],
    ],
  },
  {
    flow: 'USER_SRP_AUTH',
    client: 'choice',
    user: 'email-mfa-user',
    challenges: [['EMAIL_OTP', 'code from outbox']],
  },
  {
    flow: 'CUSTOM_AUTH',
    client: 'custom',
    user: 'choice-user',
    challenges: [['CUSTOM_CHALLENGE', { type: { Answer: '5' } }]],
  },
]
