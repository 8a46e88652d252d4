import { createHmac } from 'node:crypto'
import { N } from '#engine/srp/group.ts'
import { integerFromBytes, integerFromHex } from '#engine/srp/pad.ts'
import type { SrpIdentity } from '#engine/srp/password-hash.ts'
import { poolName } from '#engine/srp/pool-name.ts'
import { srpServerKeyPair, srpVerifier, type SrpVerifier } from '#engine/srp/server.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { uuidOf } from '../state/uuid.ts'
import type { ChallengeStep } from './step.ts'

/** Who proves a password in this pool. */
export const srpIdentity = ({ pool }: ClientCall, username: string): SrpIdentity => ({
  group: poolName(pool.id),
  name: username,
})

/**
 * PASSWORD_VERIFIER for a user, or for nobody: then name and salt are made up, the same for the same
 * typed name at any time, and the claim will be refused as a wrong password is.
 * @param srpA SRP_A in hex, of any length
 */
export function passwordVerifierStep(
  clientCall: ClientCall,
  typed: string,
  user: User | undefined,
  srpA: string,
): ChallengeStep {
  const { state, client } = clientCall
  const A = publicValue(srpA)
  const { username, salt, verifier } = user
    ? { username: user.username, ...verifierOf(clientCall, user) }
    : invented(clientCall, typed)
  if (user && state.srpXray.isOn()) return xrayStep(clientCall, { typed, user, A })
  // RFC 5054 asks for 256 bits; this pool guards nothing, and an eighth of them take less time.
  const { b, B } = srpServerKeyPair(verifier, state.ports.randomBytes(4), state.ports.modPow)
  const exchange = {
    proves: 'password',
    username,
    A,
    b,
    B,
    verifier,
    passedFactors: clientCall.passedFactors,
    deviceKey: clientCall.deviceKey,
  } as const
  return challengeStep(salt, B, username, state.srpExchanges.begin(client, exchange))
}

const challengeStep = (
  salt: bigint,
  B: bigint,
  username: string,
  secretBlock: string,
): ChallengeStep => ({
  next: 'challenge',
  challenge: 'PASSWORD_VERIFIER',
  parameters: {
    // Without leading zeros, so now and then a digit short, as from the real service.
    SALT: salt.toString(16),
    SECRET_BLOCK: secretBlock,
    SRP_B: B.toString(16),
    USERNAME: username,
    USER_ID_FOR_SRP: username,
  },
})

/** The challenge that tells one faulty client from the others. */
function xrayStep(
  { client, deviceKey, passedFactors, pool, state }: ClientCall,
  { A, typed, user }: { readonly A: bigint; readonly typed: string; readonly user: User },
): ChallengeStep {
  const { password, username } = user
  const who = { userPoolId: pool.id, userId: username, typed, password }
  const xray = state.srpXray.begin(client.id, who, A)
  const { b, B, salt, verifier } = xray
  const secretBlock = state.srpExchanges.begin(client, {
    proves: 'password',
    username,
    A,
    b,
    B,
    verifier,
    passedFactors,
    deviceKey,
    xray,
  })
  return challengeStep(salt, B, username, secretBlock)
}

/**
 * SRP_A as a number.
 * @throws Refusal when it is none, or a multiple of N
 */
export function publicValue(srpA: string): bigint {
  try {
    const A = integerFromHex(srpA)
    // A multiple of N would make the shared secret 0, whatever the password.
    if (A % N !== 0n) return A
  } catch {
    // Not hex; refused below.
  }
  return refuse(refusals.srpValueInvalid)
}

function verifierOf(clientCall: ClientCall, user: User): SrpVerifier {
  const { randomBytes, modPow } = clientCall.state.ports
  user.srp ??= srpVerifier(
    srpIdentity(clientCall, user.username),
    user.password,
    integerFromBytes(randomBytes(16)),
    modPow,
  )
  return user.srp
}

function invented(
  { pool }: ClientCall,
  typed: string,
): SrpVerifier & { readonly username: string } {
  const name = pool.settings.caseSensitive ? typed : typed.toLowerCase()
  const bytes = (what: string) => createHmac('sha256', pool.id).update(`${what}/${name}`).digest()
  return {
    username: uuidOf(bytes('name')),
    salt: integerFromBytes(bytes('salt').subarray(0, 16)),
    verifier: integerFromBytes(bytes('verifier')),
  }
}
