import { srpKeyPair } from '../../srp/client.ts'
import { N } from '../../srp/group.ts'
import { revealText, Secret } from '../../secret/secret.ts'
import { defineFlow } from '../define-flow.ts'
import { passwordComplaint, usernameField } from '../field.ts'

export const userSrpAuth = defineFlow({
  name: 'USER_SRP_AUTH',
  title: 'User name and password by SRP',
  why: 'Proves that the client knows the password without sending it. What Amplify and the mobile SDKs do by default.',
  appClientFlag: 'ALLOW_USER_SRP_AUTH',
  fields: [
    usernameField,
    {
      name: 'PASSWORD',
      label: 'Password',
      control: 'password',
      sensitivity: 'secret',
      secretKind: 'password',
      required: true,
      sent: false,
      help: 'Never sent; the proof in PASSWORD_VERIFIER is made from it.',
      complaint: passwordComplaint,
    },
  ],
  made: [
    {
      name: 'SRP_A',
      sensitivity: 'public',
      help: 'Made when sent: g^a mod N for a new random a, 3,072 bits.',
    },
  ],
  metadata: 'Reaches PreAuthentication as validationData; no other trigger sees it.',
  parameters: ({ given, ports }) => {
    const { PASSWORD: _neverSent, ...sent } = given
    const typed = given['SRP_A']
    if (typed !== undefined) return { values: sent, shown: [] }
    const srp = srpKeyPair(ports.randomBytes(128), ports.modPow)
    const hexA = srp.A.toString(16)
    return {
      values: { ...sent, SRP_A: hexA },
      srp,
      shown: [
        { name: 'N', value: N.toString(16), note: 'the 3,072-bit prime of RFC 5054' },
        { name: 'g', value: '2', note: 'its generator' },
        {
          name: 'a',
          value: Secret.of('srp private', srp.a.toString(16)),
          note: '128 random bytes, private',
        },
        { name: 'A', value: hexA, note: 'g^a mod N, sent as SRP_A' },
      ],
    }
  },
  hashName: (given) => revealText(given['USERNAME'] ?? ''),
})
