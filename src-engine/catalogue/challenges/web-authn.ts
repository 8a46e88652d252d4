import { defineChallenge } from '../define-challenge.ts'

export const webAuthn = defineChallenge({
  name: 'WEB_AUTHN',
  title: 'Passkey',
  why: 'The user signs Cognito’s challenge with a passkey. CREDENTIAL_REQUEST_OPTIONS says for which relying party, and with which credentials.',
  asks: ({ CREDENTIAL_REQUEST_OPTIONS: options = '' }) => {
    const relyingParty = relyingPartyOf(options)
    return relyingParty === undefined
      ? 'Cognito wants a signature by a passkey.'
      : `Cognito wants a signature by a passkey of ${relyingParty}.`
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
      help: 'JSON text of the AuthenticationResponseJSON that navigator.credentials.get() gives.',
      complaint: (value) =>
        isAssertion(value)
          ? undefined
          : 'JSON with id and response (clientDataJSON, authenticatorData, signature) is wanted.',
    },
  ],
})

function relyingPartyOf(options: string): string | undefined {
  try {
    const { rpId } = JSON.parse(options) as { readonly rpId?: unknown }
    return typeof rpId === 'string' ? rpId : undefined
  } catch {
    return undefined
  }
}

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
