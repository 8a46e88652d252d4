import { bytesToHex } from '@noble/hashes/utils.js'
import { reveal, Secret } from '../secret/secret.ts'
import type { Computed, NotComputable } from './computed.ts'
import type { Ports } from './ports.ts'
import { publicSrpValue } from './public-srp-values.ts'
import { srpComputation, SrpParameterError, type SrpKeyPair } from '../srp/client.ts'
import { integerFromHex } from '../srp/pad.ts'
import { claimSignature, isSecretBlock } from '../srp/password-claim.ts'
import type { SrpIdentity } from '../srp/password-hash.ts'
import { srpTimestamp } from '../srp/timestamp.ts'

/** Who proves what to whom. */
export interface Prover {
  readonly identity: SrpIdentity
  readonly password: Secret
  /** What group and name are called beside the shown values. */
  readonly called: { readonly group: string; readonly name: string }
}

/** The state of the exchange when the proof is computed. */
interface Exchange {
  readonly parameters: Readonly<Record<string, string>>
  readonly ports: Ports
  readonly srp?: SrpKeyPair
}

/** The proof that a password is known, for a user and for a remembered device alike. */
export function srpProof(
  { parameters, ports, srp }: Exchange,
  { called, identity, password }: Prover,
): Computed | NotComputable {
  const { SALT, SRP_B, SECRET_BLOCK } = parameters
  if (!SALT || !SRP_B || !SECRET_BLOCK)
    return {
      missing: 'The challenge lacks SALT, SRP_B or SECRET_BLOCK; the server is not Cognito.',
    }
  if (!srp)
    return { missing: 'The private value a is not known, since SRP_A was entered manually.' }
  try {
    const salt = integerFromHex(SALT)
    const B = integerFromHex(SRP_B)
    const { x, u, S, key } = srpComputation(
      srp,
      { salt, B },
      identity,
      reveal(password),
      ports.modPow,
    )
    const timestamp = srpTimestamp(ports.now())
    const signature = Secret.of('signature', claimSignature(key, identity, SECRET_BLOCK, timestamp))
    return {
      values: {
        PASSWORD_CLAIM_SECRET_BLOCK: Secret.of('secret block', SECRET_BLOCK),
        PASSWORD_CLAIM_SIGNATURE: signature,
        TIMESTAMP: timestamp,
      },
      shown: [
        { name: 'group', value: identity.group, note: called.group },
        publicSrpValue('name', identity.name, called.name),
        ...(isSecretBlock(SECRET_BLOCK)
          ? []
          : [
              {
                name: 'SECRET_BLOCK',
                value: Secret.of('secret block', SECRET_BLOCK),
                note: 'not base64 as Cognito sends it: the server is an emulator, and the text was signed as it is',
              },
            ]),
        publicSrpValue('salt', SALT, 'SALT, as received'),
        publicSrpValue('B', SRP_B, 'SRP_B, as received'),
        publicSrpValue('u', u.toString(16), 'SHA-256(pad(A), pad(B))'),
        {
          name: 'x',
          value: Secret.of('srp private', x.toString(16)),
          note: 'SHA-256(pad(salt), SHA-256(group, name, “:”, password))',
        },
        {
          name: 'S',
          value: Secret.of('srp key', S.toString(16)),
          note: '(B − k·g^x)^(a + u·x) mod N',
        },
        {
          name: 'K',
          value: Secret.of('srp key', bytesToHex(key)),
          note: 'HKDF of S with u, “Caldera Derived Key”, 16 bytes',
        },
        publicSrpValue('TIMESTAMP', timestamp, 'the clock of this machine, in UTC'),
        {
          name: 'signature',
          value: signature,
          note: 'HMAC(K; group, name, secret block, timestamp)',
        },
      ],
    }
  } catch (error) {
    if (error instanceof SrpParameterError)
      return {
        missing: `${error.message}: the proof would reveal the password, so none is computed.`,
      }
    return { missing: unreadableValue(SALT) }
  }
}

/** Says which value of a challenge has another form than Cognito’s. */
const unreadableValue = (salt: string): string =>
  `${/^[0-9a-f]+$/i.test(salt) ? 'SRP_B' : 'SALT'} of the challenge is not hex, so the server is not Cognito.`
