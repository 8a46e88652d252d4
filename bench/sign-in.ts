import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { Secret } from '#engine/secret/secret.ts'
import { srpComputation, srpKeyPair } from '#engine/srp/client.ts'
import { integerFromHex } from '#engine/srp/pad.ts'
import { claimSignature } from '#engine/srp/password-claim.ts'
import { poolName } from '#engine/srp/pool-name.ts'
import { srpTimestamp } from '#engine/srp/timestamp.ts'
import { openSender } from '#main/http/send-operation.ts'
import { createRuns } from '#main/runs/runs.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { sideBySide } from './measure.ts'
import { within, type Row } from './row.ts'

/** What `pool` prints first, as far as it is needed here. */
interface Pool {
  readonly endpoint: string
  readonly region: string
  readonly userPoolId: string
  readonly clients: Readonly<Record<string, { readonly clientId: string }>>
  readonly users: readonly { readonly username: string; readonly password: string }[]
}

/**
 * A recorded USER_SRP_AUTH sign-in against the bare AWS SDK making the same two calls, with the
 * same arithmetic, to the same practice pool in a process of its own.
 */
export async function benchSignIn(rounds = 60): Promise<Row[]> {
  const server = spawn(process.execPath, ['out/main/cli.js', 'pool'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const pool = await firstLine(server.stdout)
    const recorded = recordedSignIn(pool)
    const bare = bareSignIn(pool)
    const times = await sideBySide({ recorded: recorded.signIn, bare: bare.signIn }, rounds)
    recorded.close()
    bare.close()
    const peer = 'the bare AWS SDK'
    return [
      within(
        { name: 'recorded sign-in', ours: times.recorded, peer, theirs: times.bare, unit: 'ms' },
        1.15,
      ),
    ]
  } finally {
    server.kill()
  }
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<Pool> {
  for await (const line of createInterface({ input: stream })) return JSON.parse(line) as Pool
  throw new Error('The practice pool ended before it said where it is.')
}

function recordedSignIn(pool: Pool) {
  const { clientId, user } = whoSignsIn(pool)
  const { endpoint, region, userPoolId } = pool
  const sender = openSender()
  let ended: (state: string) => void = () => undefined
  const runs = createRuns({
    application: 'Authscope bench',
    ports: { modPow: nativeModPow, randomBytes, now: Date.now },
    send: sender.send,
    store: memoryTraceStore(),
    observers: [
      {
        event: (_runId, event) => {
          if (event.type === 'ended') ended(event.outcome)
        },
      },
    ],
  })
  return {
    signIn: async () => {
      const outcome = new Promise<string>((resolve) => {
        ended = resolve
      })
      runs.start({
        profileId: 'bench',
        region,
        endpoint,
        client: { userPoolId, clientId },
        target: { profileName: 'bench', region, userPoolId, clientId, endpoint, practice: true },
        input: {
          flow: 'USER_SRP_AUTH',
          parameters: {
            USERNAME: user.username,
            PASSWORD: Secret.of('password', user.password),
          },
        },
        known: {},
        automatic: { srp: true, totp: true },
        timeoutMs: 10_000,
      })
      expectTokens((await outcome) === 'tokens')
    },
    close: () => {
      void runs.close()
      sender.close()
    },
  }
}

function bareSignIn(pool: Pool) {
  const { clientId: ClientId, user } = whoSignsIn(pool)
  const sdk = new CognitoIdentityProviderClient({ region: pool.region, endpoint: pool.endpoint })
  return {
    signIn: async () => {
      const pair = srpKeyPair(randomBytes(128), nativeModPow)
      const first = await sdk.send(
        new InitiateAuthCommand({
          AuthFlow: 'USER_SRP_AUTH',
          ClientId,
          AuthParameters: { USERNAME: user.username, SRP_A: pair.A.toString(16) },
        }),
      )
      const {
        SALT = '',
        SRP_B = '',
        SECRET_BLOCK = '',
        USER_ID_FOR_SRP = '',
      } = first.ChallengeParameters ?? {}
      const identity = { group: poolName(pool.userPoolId), name: USER_ID_FOR_SRP }
      const server = { salt: integerFromHex(SALT), B: integerFromHex(SRP_B) }
      const { key } = srpComputation(pair, server, identity, user.password, nativeModPow)
      const TIMESTAMP = srpTimestamp(Date.now())
      const second = await sdk.send(
        new RespondToAuthChallengeCommand({
          ChallengeName: 'PASSWORD_VERIFIER',
          ClientId,
          Session: first.Session,
          ChallengeResponses: {
            USERNAME: USER_ID_FOR_SRP,
            PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
            PASSWORD_CLAIM_SIGNATURE: claimSignature(key, identity, SECRET_BLOCK, TIMESTAMP),
            TIMESTAMP,
          },
        }),
      )
      expectTokens(second.AuthenticationResult?.AccessToken !== undefined)
    },
    close: () => {
      sdk.destroy()
    },
  }
}

function whoSignsIn({ clients, users }: Pool) {
  const clientId = Object.values(clients)[0]?.clientId
  const user = users[0]
  if (clientId === undefined || !user) throw new Error('The practice pool has no client or user.')
  return { clientId, user }
}

function expectTokens(got: boolean): void {
  if (!got) throw new Error('A sign-in of the benchmark did not end in tokens.')
}
