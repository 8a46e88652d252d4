import { revealText } from '../../secret/secret.ts'
import { defineFlow } from '../define-flow.ts'
import { provedPasswordField, sentPasswordField, usernameField } from '../field.ts'
import { firstFactors } from '../first-factors.ts'
import { srpA, withSrpA } from '../srp-a.ts'
import { factorBegins, passwordBegins } from '../trigger-runs.ts'

const prefers = (challenge: string) => ({ field: 'PREFERRED_CHALLENGE', is: [challenge] })

export const userAuth = defineFlow({
  name: 'USER_AUTH',
  title: 'Choice of the first factor',
  why: 'Signs in by whatever the user has: password, code by e-mail or text message, passkey. Without a preference Cognito answers with what there is to choose from. Codes and passkeys need the tier Essentials or Plus.',
  appClientFlag: 'ALLOW_USER_AUTH',
  fields: [
    usernameField,
    {
      name: 'PREFERRED_CHALLENGE',
      label: 'Preferred challenge',
      control: 'choice',
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'What the user does not have is answered with SELECT_CHALLENGE.',
      choices: [{ value: '', label: 'None: let Cognito ask' }, ...firstFactors],
    },
    { ...sentPasswordField, when: prefers('PASSWORD') },
    { ...provedPasswordField, when: prefers('PASSWORD_SRP') },
    {
      name: 'TARGET_ACR_VALUES',
      label: 'Wanted assurance (step-up)',
      control: 'text',
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'Space-separated, most wanted first: urn:cognito:loa:1 password, 2 one code, 3 passkey or password and code, 4 password and TOTP.',
      complaint: (value) =>
        /^urn:cognito:loa:[1-4]( urn:cognito:loa:[1-4])*$/.test(value)
          ? undefined
          : 'Levels are urn:cognito:loa:1 to urn:cognito:loa:4, with single spaces between.',
    },
    {
      name: 'ACCESS_TOKEN',
      label: 'Access token (step-up)',
      control: 'password',
      sensitivity: 'secret',
      secretKind: 'access token',
      required: false,
      sent: true,
      help: 'The present sign-in of the same user, whose factors count already. Only with TARGET_ACR_VALUES.',
    },
    {
      name: 'MAX_AGE',
      label: 'Greatest age (step-up)',
      control: 'text',
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'Seconds since the sign-in of the access token after which its factors do not count.',
      complaint: (value) => (/^\d+$/.test(value) ? undefined : 'A whole number of seconds.'),
    },
  ],
  made: [{ ...srpA, when: prefers('PASSWORD_SRP') }],
  triggers: ({ PREFERRED_CHALLENGE: preferred }) =>
    preferred === 'PASSWORD' ? passwordBegins : factorBegins,
  parameters: ({ given, ports }) => {
    const { PASSWORD: _onlyWhereItIsSent, ...others } = given
    switch (given['PREFERRED_CHALLENGE']) {
      case 'PASSWORD':
        return { values: given, shown: [] }
      case 'PASSWORD_SRP':
        return withSrpA(others, ports)
      default:
        return { values: others, shown: [] }
    }
  },
  hashName: (given) => revealText(given['USERNAME'] ?? ''),
})
