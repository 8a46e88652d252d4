import { Secret } from '../../secret/secret.ts'
import { computedCode } from '../../totp/computed-code.ts'
import { otpauthUri } from '../../totp/otpauth-uri.ts'
import { defineChallenge, listParameter, type ChallengeParameters } from '../define-challenge.ts'
import { codeField } from '../field.ts'

const totp = 'SOFTWARE_TOKEN_MFA'
const email = 'EMAIL_OTP'
const labels: Readonly<Record<string, string>> = { [totp]: 'Authenticator app', [email]: 'Email' }

/** What can be set up from here; a text message needs a phone number and a new sign-in. */
const choicesOf = (parameters: ChallengeParameters) =>
  listParameter(parameters, 'MFAS_CAN_SETUP').filter((factor) => labels[factor] !== undefined)

export const mfaSetup = defineChallenge({
  name: 'MFA_SETUP',
  title: 'Second-factor setup',
  why: 'The pool requires a second factor and this user has none. For an authenticator app, AssociateSoftwareToken returns a secret and VerifySoftwareToken checks the first code, each with its own session; the last session answers the challenge. The app is set up once its code is accepted, even if the sign-in ends there.',
  promptText: (parameters) =>
    parameters['SecretCode']
      ? 'Add the secret to an authenticator app, by its QR code or manually, and enter the code that the app shows. Save the secret: the next sign-in needs it.'
      : choicesOf(parameters).length === 0
        ? 'The user needs a phone number first (SMS_MFA): set phone_number, and sign in again.'
        : 'A second factor has to be set up.',
  answered: 'Second factor set up.',
  fields: (parameters) =>
    parameters['SecretCode']
      ? [
          {
            ...codeField('UserCode', 6, 'The first code that the app shows.'),
            sent: false,
          },
          {
            name: 'FriendlyDeviceName',
            label: 'Name of the app',
            control: 'text',
            sensitivity: 'personal',
            required: false,
            sent: false,
            help: 'Shown with later challenges as FRIENDLY_DEVICE_NAME.',
          },
        ]
      : [
          {
            name: 'FACTOR',
            label: 'Second factor',
            control: 'choice',
            sensitivity: 'public',
            required: true,
            sent: false,
            help: 'One of MFAS_CAN_SETUP.',
            choices: choicesOf(parameters).map((value) => ({
              value,
              label: labels[value] ?? value,
            })),
          },
          {
            name: 'EMAIL',
            label: 'Email address',
            control: 'text',
            sensitivity: 'personal',
            required: true,
            sent: true,
            help: 'Receives a code, which EMAIL_OTP then asks for. Amplify does this; AWS documentation says to set the attribute and sign in again.',
            when: { field: 'FACTOR', is: [email] },
          },
        ],
  before: ({ parameters, session }, answers) => {
    if (!session) return undefined
    if (parameters['SecretCode'] === undefined) {
      const choices = choicesOf(parameters)
      const factor = answers ? answers['FACTOR'] : choices.length === 1 && choices[0]
      return factor === totp
        ? { operation: 'AssociateSoftwareToken', input: { Session: session } }
        : undefined
    }
    const verified = parameters['Status'] === 'SUCCESS'
    if (verified || answers?.['UserCode'] === undefined) return undefined
    const { FriendlyDeviceName: name, UserCode } = answers
    return {
      operation: 'VerifySoftwareToken',
      input: { Session: session, UserCode, ...(name && { FriendlyDeviceName: name }) },
    }
  },
  shows: ({ parameters: { SecretCode: secret }, username }) =>
    secret === undefined
      ? []
      : [
          { name: 'secret', value: Secret.of('totp secret', secret), note: 'SecretCode, base32' },
          {
            name: 'otpauth URI',
            value: Secret.of('otpauth uri', otpauthUri(secret, username)),
            note: 'the contents of the QR code for an authenticator app',
          },
        ],
  automatic: {
    by: 'totp',
    onRequest: true,
    answer: ({ parameters: { SecretCode: secret }, ports }) => {
      if (secret === undefined)
        return { missing: 'There is no secret yet: AssociateSoftwareToken returns it.' }
      const computed = computedCode(Secret.of('totp secret', secret), ports.now())
      return computed
        ? { values: { UserCode: computed.code }, shown: computed.shown }
        : { missing: 'SecretCode is not base32; the server is not Cognito.' }
    },
  },
})
