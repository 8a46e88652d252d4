import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { electronExecutable } from '../scripts/electron-environment.mjs'
import {
  B,
  clientSide,
  password,
  poolName,
  salt,
  secretBlock,
  timestamp,
  username,
} from './client-side.ts'
import { median, sideBySide } from './measure.ts'
import { faster, within, type Row } from './row.ts'

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

/**
 * One client side of SRP: key pair, session key, signature. Theirs over ours, at least 20 times;
 * in the window, which is Electron's main process, at most 1.5 times of what Node takes.
 * @param script bundle of srp-process.ts
 */
export async function benchSrpClient(script: string, rounds = 15): Promise<Row[]> {
  const hexB = B.toString(16)
  const hexSalt = salt.toString(16)

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
      authscope: clientSide,
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
  const rows = Object.entries(peers).map(([peer, theirs]) =>
    faster({ name: 'SRP client side', ours, peer, theirs, unit: 'ms' }, 20),
  )
  return [...rows, inTheWindow(script)]
}

function inTheWindow(script: string): Row {
  const runtimes = { window: electronExecutable(), node: process.execPath }
  const times = { window: [] as number[], node: [] as number[] }
  for (let round = 0; round < 5; round += 1) {
    times.window.push(timedIn(runtimes.window, script))
    times.node.push(timedIn(runtimes.node, script))
  }
  const measured = {
    name: 'SRP client side in the window',
    ours: median(times.window),
    peer: `Node ${process.versions.node}`,
    theirs: median(times.node),
    unit: 'ms' as const,
  }
  return within(measured, 1.5)
}

function timedIn(executable: string, script: string): number {
  const { stdout, stderr } = spawnSync(executable, [script], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  if (!stdout) throw new Error(`nothing was measured: ${stderr}`)
  return (JSON.parse(stdout) as { ms: number }).ms
}
