import { createHmac, randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { srpComputation, srpKeyPair } from '#engine/srp/client.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { claimSignature } from '#engine/srp/password-claim.ts'
import { srpServerKeyPair, srpVerifier } from '#engine/srp/server.ts'
import { srpTimestamp } from '#engine/srp/timestamp.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { sideBySide } from './measure.ts'
import { faster, type Row } from './row.ts'

interface BigIntegerClass {
  new (text: string, radix: number): unknown
}
/** The part of amazon-cognito-identity-js that computes; its package does not type it. */
interface AuthenticationHelperClass {
  new (poolName: string): {
    getLargeAValue(callback: (error: unknown, A: { toString(radix: number): string }) => void): void
    getPasswordAuthenticationKey(
      username: string,
      password: string,
      B: unknown,
      salt: unknown,
      callback: (error: unknown, key: Uint8Array) => void,
    ): void
  }
}

const username = 'b5c5a6a2-1111-4222-8333-444455556666'
const password = 'Correct-Horse9!'
const poolName = 'AbCdEf123'
const identity = { group: poolName, name: username }
const salt = 0x2bc990059473448e6ebd442aa16bfaa0n
const secretBlock = randomBytes(1288).toString('base64')

/** One client side of SRP: key pair, session key, signature. Theirs over ours, at least 20 times. */
export async function benchSrpClient(rounds = 15): Promise<Row[]> {
  const { verifier } = srpVerifier(identity, password, salt, modPowBigInt)
  const { B } = srpServerKeyPair(verifier, randomBytes(128), modPowBigInt)
  const hexB = B.toString(16)
  const hexSalt = salt.toString(16)
  const timestamp = srpTimestamp(Date.now())

  const require = createRequire(import.meta.url)
  const { default: AuthenticationHelper } =
    require('amazon-cognito-identity-js/lib/AuthenticationHelper') as {
      default: AuthenticationHelperClass
    }
  const { default: BigInteger } = require('amazon-cognito-identity-js/lib/BigInteger') as {
    default: BigIntegerClass
  }

  const times = await sideBySide(
    {
      authscope: () => {
        const pair = srpKeyPair(randomBytes(128), nativeModPow)
        const { key } = srpComputation(pair, { salt, B }, identity, password, nativeModPow)
        return claimSignature(key, identity, secretBlock, timestamp)
      },
      'amazon-cognito-identity-js': () =>
        new Promise<string>((resolve, reject) => {
          const helper = new AuthenticationHelper(poolName)
          helper.getLargeAValue((failed) => {
            if (failed) reject(new Error('no A', { cause: failed }))
            helper.getPasswordAuthenticationKey(
              username,
              password,
              new BigInteger(hexB, 16),
              new BigInteger(hexSalt, 16),
              (error, key) => {
                if (error) reject(new Error('no key', { cause: error }))
                const mac = createHmac('sha256', key)
                mac.update(poolName + username).update(Buffer.from(secretBlock, 'base64'))
                resolve(mac.update(timestamp).digest('base64'))
              },
            )
          })
        }),
      'cognito-srp-helper': () =>
        signSrpSession(createSrpSession(username, password, `us-east-1_${poolName}`, false), {
          ChallengeName: 'PASSWORD_VERIFIER',
          ChallengeParameters: {
            SALT: hexSalt,
            SRP_B: hexB,
            SECRET_BLOCK: secretBlock,
            USER_ID_FOR_SRP: username,
          },
        }),
    },
    rounds,
  )
  const { authscope: ours, ...peers } = times
  return Object.entries(peers).map(([peer, theirs]) =>
    faster({ name: 'SRP client side', ours, peer, theirs, unit: 'ms' }, 20),
  )
}
