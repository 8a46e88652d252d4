import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What StartWebAuthnRegistration gives, as far as an authenticator looks at it. */
export interface CreationOptions {
  readonly rp: { readonly id: string }
  readonly user: { readonly id: string }
  readonly challenge: string
}

/** CREDENTIAL_REQUEST_OPTIONS, as far as an authenticator looks at it. */
export interface RequestOptions {
  readonly rpId: string
  readonly challenge: string
  readonly allowCredentials: readonly { readonly id: string }[]
  readonly userVerification: string
}

/** What an authenticator, or the browser before it, is made to get wrong. */
export interface Faults {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly userVerified?: boolean
  readonly counter?: number
  /** A COSE algorithm number that the key is said to be of. */
  readonly algorithm?: number
  readonly userHandle?: string
  readonly corruptSignature?: boolean
}

interface Computed {
  readonly id: string
  readonly privateKey: KeyObject
  readonly userHandle: string
  counter: number
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const point = (coordinate: string | undefined) =>
  Uint8Array.from(Buffer.from(coordinate ?? '', 'base64url'))

/**
 * An authenticator with keys on P-256 and a browser around it, for tests alone: there is none where
 * they run.
 */
export function authenticatorUnderTest(
  defaultOrigin: string,
  attachment: 'platform' | 'cross-platform' = 'platform',
) {
  const credentials: Computed[] = []

  const clientData = (type: string, challenge: string, requestFaults: Faults) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: requestFaults.challenge ?? challenge,
        origin: requestFaults.origin ?? defaultOrigin,
        crossOrigin: false,
      }),
    )
  const authenticatorData = (rpId: string, counter: number, rest: Uint8Array, m: Faults) => {
    const flags = 1 | ((m.userVerified ?? true) ? 4 : 0) | (rest.length > 0 ? 0x40 : 0)
    const numbers = Buffer.alloc(5)
    numbers.writeUInt8(flags)
    numbers.writeUInt32BE(m.counter ?? counter, 1)
    return Uint8Array.from(Buffer.concat([sha256(m.rpId ?? rpId), numbers, rest]))
  }

  return {
    /** RegistrationResponseJSON for a new passkey, without attestation. */
    register({ rp, user, challenge }: CreationOptions, requestFaults: Faults = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const { x, y } = publicKey.export({ format: 'jwk' })
      const cose = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, requestFaults.algorithm ?? -7],
          [-1, 1],
          [-2, point(x)],
          [-3, point(y)],
        ]),
      )
      const id = sha256(cose)
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const attestationObject = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, string>>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authenticatorData(rp.id, 0, attested, requestFaults)],
        ]),
      )
      const name = base64url(id)
      credentials.push({ id: name, privateKey, userHandle: user.id, counter: 0 })
      return {
        id: name,
        rawId: name,
        type: 'public-key',
        authenticatorAttachment: attachment,
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, requestFaults)),
          attestationObject: base64url(attestationObject),
          transports: attachment === 'platform' ? ['internal'] : ['usb'],
        },
      }
    },

    /** AuthenticationResponseJSON as text, by the newest passkey that the options allow. */
    signIn(
      { rpId, challenge, allowCredentials }: RequestOptions,
      requestFaults: Faults = {},
    ): string {
      const passkey = credentials.findLast(({ id }) =>
        allowCredentials.some((one) => one.id === id),
      )
      if (!passkey) throw new Error('the options allow none of the passkeys')
      passkey.counter += 1
      const data = authenticatorData(rpId, passkey.counter, Buffer.alloc(0), requestFaults)
      const client = clientData('webauthn.get', challenge, requestFaults)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), passkey.privateKey)
      if (requestFaults.corruptSignature) signature.writeUInt8(signature.readUInt8(20) ^ 1, 20)
      return JSON.stringify({
        id: passkey.id,
        rawId: passkey.id,
        type: 'public-key',
        authenticatorAttachment: attachment,
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          userHandle: requestFaults.userHandle ?? passkey.userHandle,
        },
      })
    },
  }
}
