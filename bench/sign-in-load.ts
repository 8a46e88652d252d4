import { randomBytes } from 'node:crypto'
import * as http from 'node:http'
import { srpComputation, srpKeyPair } from '#engine/srp/client.ts'
import { integerFromHex } from '#engine/srp/pad.ts'
import { claimSignature } from '#engine/srp/password-claim.ts'
import type { SrpIdentity } from '#engine/srp/password-hash.ts'
import { poolName } from '#engine/srp/pool-name.ts'
import { srpTimestamp } from '#engine/srp/timestamp.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'

/** Whom to sign in, and where. */
export interface LoadTarget {
  readonly endpoint: string
  readonly userPoolId: string
  readonly clientId: string
  readonly username: string
  readonly password: string
}

/** Sign-ins that are under way at the same time. */
export const inFlight = 8

const agent = new http.Agent({ keepAlive: true, maxSockets: inFlight })

/** Ends the connections that the sign-ins kept open. */
export const endLoad = (): void => {
  agent.destroy()
}

interface Answer {
  readonly ChallengeParameters?: Readonly<Record<string, string>>
  readonly AuthenticationResult?: object
}

const call = (endpoint: string, operation: string, input: object): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    }
    const request = http.request(endpoint, { method: 'POST', headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode === 200) resolve(JSON.parse(text) as Answer)
        else reject(new Error(`A sign-in of the benchmark failed: ${text}`))
      })
    })
    request.on('error', reject)
    request.end(JSON.stringify(input))
  })

/** Signs in by password. @throws Error when no tokens come */
export async function signInByPassword(target: LoadTarget): Promise<void> {
  const { endpoint, clientId, username, password } = target
  const { AuthenticationResult } = await call(endpoint, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: clientId,
    AuthParameters: { USERNAME: username, PASSWORD: password },
  })
  if (!AuthenticationResult) throw new Error('A sign-in by password did not end in tokens.')
}

// One short key pair for all, and one result for each of the few values of SRP_B that the pools of the
// benchmark answer with: the client's share of the work is small, and the same for every pool.
const pair = srpKeyPair(randomBytes(32), nativeModPow)
const keys = new Map<string, Uint8Array>()

function rememberedKey(
  { SALT = '', SRP_B = '' }: Readonly<Record<string, string>>,
  identity: SrpIdentity,
  password: string,
): Uint8Array {
  const known = keys.get(`${SALT} ${SRP_B}`)
  if (known) return known
  const server = { salt: integerFromHex(SALT), B: integerFromHex(SRP_B) }
  const { key } = srpComputation(pair, server, identity, password, nativeModPow)
  keys.set(`${SALT} ${SRP_B}`, key)
  return key
}

/** Signs in by SRP. @throws Error when no tokens come */
export async function signInBySrp(target: LoadTarget): Promise<void> {
  const { endpoint, clientId, username, password, userPoolId } = target
  const { ChallengeParameters = {} } = await call(endpoint, 'InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: clientId,
    AuthParameters: { USERNAME: username, SRP_A: pair.A.toString(16) },
  })
  const { SECRET_BLOCK = '', USER_ID_FOR_SRP = '' } = ChallengeParameters
  const identity = { group: poolName(userPoolId), name: USER_ID_FOR_SRP }
  const key = rememberedKey(ChallengeParameters, identity, password)
  const TIMESTAMP = srpTimestamp(Date.now())
  const { AuthenticationResult } = await call(endpoint, 'RespondToAuthChallenge', {
    ChallengeName: 'PASSWORD_VERIFIER',
    ClientId: clientId,
    ChallengeResponses: {
      USERNAME: USER_ID_FOR_SRP,
      PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
      PASSWORD_CLAIM_SIGNATURE: claimSignature(key, identity, SECRET_BLOCK, TIMESTAMP),
      TIMESTAMP,
    },
  })
  if (!AuthenticationResult) throw new Error('A sign-in by SRP did not end in tokens.')
}

/** Performs so many sign-ins, several at a time. */
export async function signInMany(signIn: () => Promise<void>, count: number): Promise<void> {
  let left = count
  const worker = async () => {
    while (left-- > 0) await signIn()
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
}
