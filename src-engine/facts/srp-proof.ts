import { base64 } from '@scure/base'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { reveal } from '../secret/secret.ts'
import { isSecretBlock } from '../srp/password-claim.ts'
import { poolName } from '../srp/pool-name.ts'
import { defineFact } from './define-fact.ts'
import { memberOf, type KnownCall } from './known-call.ts'

type Signature =
  | 'right'
  | 'over the name typed'
  | 'over the whole pool id'
  | 'over the secret block as text'
  | 'of another message or key'

/**
 * Whether PASSWORD_CLAIM_SIGNATURE is the HMAC of what was sent with it, under the key that was
 * computed for this exchange. Where it is, no arithmetic and no message can be what is wrong.
 */
export const srpProofFact = defineFact<{ signature: Signature }>({
  name: 'srp-proof',
  title: 'PASSWORD_CLAIM_SIGNATURE',
  valueTitles: {
    signature: 'computation',
  },
  of: (call) => {
    const signature = memberOf(call, 'PASSWORD_CLAIM_SIGNATURE')
    if (signature === undefined || !call.srpKey) return undefined
    const key = hexToBytes(reveal(call.srpKey))
    const found = messages(call).find(([, message]) => {
      const bytes = message()
      return bytes && base64.encode(hmac(sha256, key, bytes)) === signature
    })
    return { signature: found?.[0] ?? 'of another message or key' }
  },
})

type Message = readonly [Signature, () => Uint8Array | undefined]

function messages(call: KnownCall): readonly Message[] {
  const { device, names, userPoolId = '' } = call
  const text = memberOf(call, 'PASSWORD_CLAIM_SECRET_BLOCK') ?? ''
  const time = memberOf(call, 'TIMESTAMP') ?? ''
  const of = (group: string, name: string, block: Uint8Array | undefined) =>
    block && concatBytes(...[group, name].map(utf8ToBytes), block, utf8ToBytes(time))
  const proof = memberOf(call, 'DEVICE_KEY') !== undefined && device
  if (proof) return [['right', () => of(reveal(device.group), device.key, decoded(text))]]
  const { typed = '', userIdForSrp = '' } = names ?? {}
  const pool = poolName(userPoolId)
  return [
    ['right', () => of(pool, userIdForSrp, decoded(text))],
    ['over the name typed', () => of(pool, typed, decoded(text))],
    ['over the whole pool id', () => of(userPoolId, userIdForSrp, decoded(text))],
    ['over the secret block as text', () => of(pool, userIdForSrp, utf8ToBytes(text))],
  ]
}

const decoded = (text: string): Uint8Array =>
  isSecretBlock(text) ? base64.decode(text) : utf8ToBytes(text)
