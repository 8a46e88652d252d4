import { Secret } from '../secret/secret.ts'
import type { ShownValue } from '../secret/shown-value.ts'
import { decodeBase64Url, textOf } from '../tokens/base64url.ts'
import { readAuthenticatorData } from './authenticator-data.ts'

/**
 * What an authenticator made, taken apart for display: RegistrationResponseJSON or
 * AuthenticationResponseJSON of Web Authentication. What is not there is left out.
 */
export function shownCredential(credential: Readonly<Record<string, unknown>>): ShownValue[] {
  const response = (credential['response'] ?? {}) as Readonly<Record<string, unknown>>
  const shown: ShownValue[] = []
  const show = (name: string, value: string | Secret, note: string) => {
    shown.push({ name, value, note })
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const bytes = (name: string) => decodeBase64Url(text(response[name])).bytes

  if (credential['id']) show('id', text(credential['id']), 'the passkey, base64url')
  if (response['clientDataJSON'])
    show('clientDataJSON', textOf(bytes('clientDataJSON')), 'what the browser signs for')
  const data = readAuthenticatorData(bytes('authenticatorData'))
  if (data) {
    show('rpIdHash', data.rpIdHash, 'SHA-256 of the relying party ID, hex')
    show('flags', data.flags.join(', '), 'what the authenticator says that it did')
    show('signCount', String(data.signCount), 'must grow with each use, unless it stays 0')
    if (data.aaguid) show('aaguid', data.aaguid, 'model of the authenticator')
  }
  const format = attestationFormat(bytes('attestationObject'))
  if (format) show('attestation', format, 'who vouches for the authenticator; none: nobody')
  if (response['userHandle']) {
    const handle = decodeBase64Url(text(response['userHandle'])).bytes
    show('userHandle', textOf(handle), 'the user’s sub, as Cognito gave it at registration')
  }
  if (response['signature'])
    show(
      'signature',
      Secret.of('signature', text(response['signature'])),
      'over authenticatorData and the hash of clientDataJSON',
    )
  return shown
}

/**
 * `fmt` of an attestation object, which is CBOR: the text that follows the key `fmt`, whose first
 * byte is 0x60 and its length.
 */
function attestationFormat(bytes: Uint8Array): string {
  const at = bytes.findIndex(
    (_, index) =>
      textOf(bytes.slice(index, index + 4)) === 'cfmt' && bytes[index + 4] !== undefined,
  )
  const length = at === -1 ? 0 : (bytes[at + 4] ?? 0) - 0x60
  return length > 0 && length < 24 ? textOf(bytes.slice(at + 5, at + 5 + length)) : ''
}
