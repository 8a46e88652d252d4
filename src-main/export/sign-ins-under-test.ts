import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { SignInCase } from '#pool/conformance/sign-in-case.ts'
import { newPassword, password, temporaryPassword, totpSecret } from '#pool/conformance/values.ts'

/** Sign-ins that generated code performs again. */
export const signInsToExport: readonly (readonly [string, SignInCase])[] = [
  [
    'a password',
    {
      client: 'web-public',
      flow: 'USER_PASSWORD_AUTH',
      inputs: { USERNAME: 'alice', PASSWORD: password },
      steps: [],
      end: 'tokens',
    },
  ],
  [
    'SRP with a secret hash',
    {
      client: 'server-secret',
      flow: 'USER_SRP_AUTH',
      inputs: { USERNAME: 'alice', PASSWORD: password },
      steps: [{ pending: 'PASSWORD_VERIFIER', answer: 'automatic' }],
      end: 'tokens',
    },
  ],
  [
    'SRP and a TOTP code',
    {
      client: 'web-public',
      flow: 'USER_SRP_AUTH',
      inputs: { USERNAME: 'totp-user', PASSWORD: password },
      steps: [
        { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
        { pending: 'SOFTWARE_TOKEN_MFA', answer: 'automatic' },
      ],
      end: 'tokens',
    },
  ],
  [
    'a new password',
    {
      client: 'web-public',
      flow: 'USER_PASSWORD_AUTH',
      inputs: { USERNAME: 'temporary-password-user', PASSWORD: temporaryPassword },
      steps: [
        {
          pending: 'NEW_PASSWORD_REQUIRED',
          answer: { NEW_PASSWORD: newPassword, 'userAttributes.name': 'T' },
        },
      ],
      end: 'tokens',
    },
  ],
]

/** What the variables of generated code hold for a sign-in. */
export const variablesOf = ({ inputs }: SignInCase, clientSecret = '') => ({
  COGNITO_USERNAME: String(inputs['USERNAME']),
  COGNITO_PASSWORD: String(inputs['PASSWORD']),
  COGNITO_NEW_PASSWORD: newPassword,
  COGNITO_TOTP_SECRET: totpSecret,
  COGNITO_CLIENT_SECRET: clientSecret,
  COGNITO_USER_ATTRIBUTES_NAME: 'T',
})

/** A sign-in as a recording shows it that names no user pool, such as a HAR of a refused one. */
export const withoutUserPool = (run: StoredRun): StoredRun => ({
  ...run,
  events: run.events.map((event) =>
    event.type === 'started' ? { ...event, target: { ...event.target, userPoolId: '' } } : event,
  ),
})
