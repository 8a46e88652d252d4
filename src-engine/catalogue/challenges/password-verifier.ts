import { bytesToHex } from '@noble/hashes/utils.js'
import { reveal, Secret } from '../../secret/secret.ts'
import { srpComputation, SrpParameterError } from '../../srp/client.ts'
import { integerFromHex } from '../../srp/pad.ts'
import { claimSignature } from '../../srp/password-claim.ts'
import { poolName } from '../../srp/pool-name.ts'
import { srpTimestamp } from '../../srp/timestamp.ts'
import type { Made, NotMade } from '../../sign-in/context.ts'
import { defineChallenge, type AnswerContext } from '../define-challenge.ts'

export const passwordVerifier = defineChallenge({
  name: 'PASSWORD_VERIFIER',
  title: 'Proof of the password',
  why: 'Cognito has sent its half of the SRP exchange. The answer is an HMAC over pool, user, secret block and time, under a key that both sides reach only when the password is right.',
  asks: () => 'Cognito wants the proof that the password is known; it waits a few seconds only.',
  answered: 'Proof of the password sent, not the password itself.',
  fields: () => [
    {
      name: 'PASSWORD_CLAIM_SIGNATURE',
      label: 'Signature',
      control: 'text',
      sensitivity: 'secret',
      secretKind: 'signature',
      required: true,
      sent: true,
      help: 'Base64 of the HMAC-SHA256; computed unless you give one.',
    },
    {
      name: 'PASSWORD_CLAIM_SECRET_BLOCK',
      label: 'Secret block',
      control: 'text',
      sensitivity: 'secret',
      secretKind: 'secret block',
      required: true,
      sent: true,
      help: 'SECRET_BLOCK exactly as it came.',
    },
    {
      name: 'TIMESTAMP',
      label: 'Timestamp',
      control: 'text',
      sensitivity: 'public',
      required: true,
      sent: true,
      help: 'As in “Tue Jan 1 06:06:09 UTC 2019”: English, no zero before the day, the same text as in the signature.',
      complaint: (value) =>
        /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) [A-Z][a-z]{2} [1-9]\d? \d\d:\d\d:\d\d UTC \d{4}$/.test(
          value,
        )
          ? undefined
          : 'Cognito refuses this form with “Incorrect username or password.”.',
    },
  ],
  automatic: { by: 'srp', answer: proof },
})

function proof({ client, known, parameters, ports, srp, username }: AnswerContext): Made | NotMade {
  const { SALT, SRP_B, SECRET_BLOCK } = parameters
  if (!SALT || !SRP_B || !SECRET_BLOCK)
    return {
      missing: 'The challenge lacks SALT, SRP_B or SECRET_BLOCK; the server is not Cognito.',
    }
  if (!srp) return { missing: 'The private value a is not known, since SRP_A was typed by hand.' }
  if (!known.password) return { missing: 'The password is needed to make the proof.' }
  if (!client.userPoolId.includes('_'))
    return { missing: 'The proof holds the pool’s name: give the user pool id (<region>_<name>).' }
  const identity = { group: poolName(client.userPoolId), name: username }
  try {
    const salt = integerFromHex(SALT)
    const B = integerFromHex(SRP_B)
    const { x, u, S, key } = srpComputation(
      srp,
      { salt, B },
      identity,
      reveal(known.password),
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
        { name: 'pool name', value: identity.group, note: 'after the “_” of the pool id' },
        { name: 'user', value: identity.name, note: 'USER_ID_FOR_SRP' },
        { name: 'salt', value: SALT, note: 'SALT, as received' },
        { name: 'B', value: SRP_B, note: 'SRP_B, as received' },
        { name: 'u', value: u.toString(16), note: 'SHA-256(pad(A), pad(B))' },
        {
          name: 'x',
          value: Secret.of('srp private', x.toString(16)),
          note: 'SHA-256(pad(salt), SHA-256(pool, user, “:”, password))',
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
        { name: 'TIMESTAMP', value: timestamp, note: 'the clock of this machine, in UTC' },
        {
          name: 'signature',
          value: signature,
          note: 'HMAC(K; pool, user, secret block, timestamp)',
        },
      ],
    }
  } catch (error) {
    if (error instanceof SrpParameterError)
      return {
        missing: `${error.message}: the proof would give the password away, so none is made.`,
      }
    return { missing: 'SALT, SRP_B or SECRET_BLOCK cannot be read; the server is not Cognito.' }
  }
}
