import { readRequestOptions } from '../../passkeys/request-options.ts'
import { shownCredential } from '../../passkeys/shown-credential.ts'
import { Secret } from '../../secret/secret.ts'
import { defineChallenge } from '../define-challenge.ts'

export const webAuthn = defineChallenge({
  name: 'WEB_AUTHN',
  title: 'Passkey',
  why: 'The user signs Cognito’s challenge with a passkey. CREDENTIAL_REQUEST_OPTIONS says for which relying party, and with which credentials.',
  promptText: ({ CREDENTIAL_REQUEST_OPTIONS: options = '' }) => {
    const { rpId } = readRequestOptions(options) ?? {}
    return rpId === undefined
      ? 'Cognito requires the signature of a passkey.'
      : `Cognito requires the signature of a passkey for ${rpId}.`
  },
  answered: 'Signature of the passkey sent.',
  fields: () => [
    {
      name: 'CREDENTIAL',
      label: 'Credential',
      control: 'text',
      sensitivity: 'secret',
      secretKind: 'signature',
      required: true,
      sent: true,
      help: 'The AuthenticationResponseJSON that navigator.credentials.get() returns, as JSON.',
      validationError: (value) =>
        isAssertion(value)
          ? undefined
          : 'Enter JSON with id and response (clientDataJSON, authenticatorData, signature).',
    },
  ],
  automatic: {
    by: 'passkey',
    answer: async ({ parameters, ports, username }) => {
      const { CREDENTIAL_REQUEST_OPTIONS: options = '' } = parameters
      if (!readRequestOptions(options))
        return { missing: 'Cognito’s CREDENTIAL_REQUEST_OPTIONS name no relying party.' }
      if (!ports.authenticator)
        return { missing: 'Passkeys are available only in the application.' }
      const asserted = await ports.authenticator.assert(options, username)
      if ('missing' in asserted) return asserted
      const { by, credential } = asserted
      return {
        values: { CREDENTIAL: Secret.of('signature', JSON.stringify(credential)) },
        shown: [
          { name: 'passkey', value: by, note: 'the passkey that signed' },
          ...shownCredential(credential),
        ],
      }
    },
  },
})

function isAssertion(text: string): boolean {
  try {
    const { id, response } = JSON.parse(text) as {
      readonly id?: unknown
      readonly response?: unknown
    }
    return typeof id === 'string' && typeof response === 'object' && response !== null
  } catch {
    return false
  }
}
