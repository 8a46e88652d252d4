import { revealText } from '../../secret/secret.ts'
import { defineFlow } from '../define-flow.ts'
import { provedPasswordField, usernameField } from '../field.ts'
import { srpA, withSrpA } from '../srp-a.ts'
import { customBegins } from '../trigger-sequence.ts'

const bySrp = { field: 'CHALLENGE_NAME', is: ['SRP_A'] }

export const customAuth = defineFlow({
  name: 'CUSTOM_AUTH',
  title: 'Custom challenges',
  why: 'The pool’s triggers define, create and verify any number of challenges; the password may be proved first. Older Amplify versions start it by accident when the password is empty.',
  appClientFlag: 'ALLOW_CUSTOM_AUTH',
  automatic: ['srp', 'totp', 'device'],
  fields: [
    usernameField,
    {
      name: 'CHALLENGE_NAME',
      label: 'Starts with',
      control: 'choice',
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'With SRP_A, DefineAuthChallenge first sees a round of that name and may ask for the password.',
      choices: [
        { value: '', label: 'The first custom challenge' },
        { value: 'SRP_A', label: 'The password, by SRP' },
        { value: 'CUSTOM_CHALLENGE', label: 'The first custom challenge, named' },
      ],
    },
    { ...provedPasswordField, when: bySrp },
  ],
  computed: [{ ...srpA, when: bySrp }],
  triggers: ({ CHALLENGE_NAME }) => customBegins(CHALLENGE_NAME === 'SRP_A'),
  parameters: ({ inputs: { PASSWORD: _neverSent, ...sent }, ports }) =>
    sent['CHALLENGE_NAME'] === 'SRP_A' ? withSrpA(sent, ports) : { values: sent, shown: [] },
  hashName: (inputs) => revealText(inputs['USERNAME'] ?? ''),
})
