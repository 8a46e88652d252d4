import { revealText, type Secret } from '../../secret/secret.ts'
import type { ShownValue } from '../../secret/shown-value.ts'
import { assuranceBeforeName, assuranceOf } from '../../tokens/assurance.ts'
import { readToken } from '../../tokens/read-token.ts'
import { defineFlow } from '../define-flow.ts'
import { provedPasswordField, sentPasswordField, usernameField } from '../field.ts'
import { firstFactors } from '../first-factors.ts'
import { srpA, withSrpA } from '../srp-a.ts'
import { factorBegins, passwordBegins } from '../trigger-sequence.ts'

const fromPresent = { field: 'STEP_UP_FROM', is: ['ACCESS_TOKEN'] }
const prefers = (challenge: string) => ({ field: 'PREFERRED_CHALLENGE', is: [challenge] })

export const userAuth = defineFlow({
  name: 'USER_AUTH',
  title: 'Choice of the first factor',
  why: 'Signs in with any factor of the user: password, code by email or text message, passkey. Without a preference, Cognito returns the choices. Codes and passkeys need the Essentials or Plus tier.',
  appClientFlag: 'ALLOW_USER_AUTH',
  automatic: ['srp', 'totp', 'passkey', 'device'],
  fields: [
    usernameField,
    {
      name: 'PREFERRED_CHALLENGE',
      label: 'Preferred challenge',
      control: 'choice',
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'If the user does not have it, Cognito answers with SELECT_CHALLENGE.',
      choices: [{ value: '', label: 'None: let Cognito ask' }, ...firstFactors],
    },
    { ...sentPasswordField, when: prefers('PASSWORD') },
    { ...provedPasswordField, when: prefers('PASSWORD_SRP') },
    {
      name: 'TARGET_ACR_VALUES',
      label: 'Requested assurance',
      control: 'text',
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'Step-up. Space-separated, preferred first: urn:cognito:loa:1 password, 2 one code, 3 passkey or password and code, 4 password and TOTP.',
      validationError: (value) =>
        /^urn:cognito:loa:[1-4]( urn:cognito:loa:[1-4])*$/.test(value)
          ? undefined
          : 'Levels are urn:cognito:loa:1 to urn:cognito:loa:4, with single spaces between.',
    },
    {
      name: 'STEP_UP_FROM',
      label: 'Step up from',
      control: 'choice',
      sensitivity: 'public',
      required: false,
      sent: false,
      help: 'The factors of a current sign-in of the same user count.',
      choices: [
        { value: '', label: 'Nothing: sign in again' },
        { value: 'ACCESS_TOKEN', label: 'A current sign-in, by its access token' },
      ],
      when: { field: 'TARGET_ACR_VALUES' },
    },
    {
      name: 'ACCESS_TOKEN',
      label: 'Access token (step-up)',
      control: 'password',
      sensitivity: 'secret',
      secretKind: 'access token',
      required: true,
      sent: true,
      help: 'From the current sign-in of the same user. Only with TARGET_ACR_VALUES.',
      when: fromPresent,
    },
    {
      name: 'MAX_AGE',
      label: 'Maximum age (step-up)',
      control: 'text',
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'Seconds since the access token’s sign-in after which its factors no longer count.',
      validationError: (value) => (/^\d+$/.test(value) ? undefined : 'A whole number of seconds.'),
      when: fromPresent,
    },
  ],
  computed: [{ ...srpA, when: prefers('PASSWORD_SRP') }],
  triggers: ({ PREFERRED_CHALLENGE: preferred }) =>
    preferred === 'PASSWORD' ? passwordBegins : factorBegins,
  parameters: ({ inputs, ports }) => {
    const { PASSWORD, STEP_UP_FROM: _neverSent, ...others } = inputs
    const before = assuranceBefore(inputs['ACCESS_TOKEN'])
    if (inputs['PREFERRED_CHALLENGE'] === 'PASSWORD_SRP') {
      const computed = withSrpA(others, ports)
      return 'missing' in computed
        ? computed
        : { ...computed, shown: [...before, ...computed.shown] }
    }
    const sendsPassword = inputs['PREFERRED_CHALLENGE'] === 'PASSWORD' && PASSWORD
    return { values: { ...others, ...(sendsPassword && { PASSWORD }) }, shown: before }
  },
  hashName: (inputs) => revealText(inputs['USERNAME'] ?? ''),
})

/** What the access token of a step-up says of the sign-in that is stepped up. */
function assuranceBefore(token: string | Secret | undefined): readonly ShownValue[] {
  const value = token && assuranceOf(readToken(revealText(token)).claims)
  return value
    ? [{ name: assuranceBeforeName, value, note: 'acr and amr of the access token' }]
    : []
}
