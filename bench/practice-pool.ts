import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider'
import { median, sideBySide } from './measure.ts'
import { faster, within, type Row } from './row.ts'
import {
  endLoad,
  inFlight,
  signInByPassword,
  signInBySrp,
  signInMany,
  type LoadTarget,
} from './sign-in-load.ts'

/** The pool of this checkout and that of an earlier commit, as `scripts/bench.mjs` bundled them. */
export interface PoolBundles {
  readonly ours: string
  /** Undefined where this checkout has no history. */
  readonly earlier: string | undefined
  /** Sign-ins of the measurement of memory, after as many to warm up as the pool's bound. */
  readonly signIns: number
}

interface RunningPool extends LoadTarget {
  /** Megabytes that its process holds. */
  readonly memory: () => Promise<number>
  readonly close: () => void
}

const aRound = 100
/** More than the pool keeps of anything, so that it has reached its bounds. */
const warmUp = 8000
const earlierName = 'commit d9e411e'

/**
 * Sign-ins, start and memory of the practice pool, beside those of an earlier commit and of
 * cognito-local, each in a process of its own.
 */
export async function benchPracticePool(bundles: PoolBundles, rounds = 5): Promise<Row[]> {
  const pools: RunningPool[] = []
  const start = async (file: string) => {
    const pool = await startPool(file)
    pools.push(pool)
    return pool
  }
  try {
    const ours = await start(bundles.ours)
    const earlier = bundles.earlier === undefined ? undefined : await start(bundles.earlier)
    const local = await startCognitoLocal()
    pools.push(local)
    return [
      ...(earlier ? [await srpRow(ours, earlier, rounds)] : []),
      await passwordRow(ours, local, rounds),
      await memoryRow(ours, bundles.signIns),
      ...(bundles.earlier === undefined ? [] : [await startRow(bundles.ours, bundles.earlier)]),
    ]
  } finally {
    for (const { close } of pools) close()
    endLoad()
  }
}

const perSignIn = (time: number) => time / aRound

async function srpRow(ours: LoadTarget, earlier: LoadTarget, rounds: number): Promise<Row> {
  const times = await sideBySide(
    {
      ours: () => signInMany(() => signInBySrp(ours), aRound),
      earlier: () => signInMany(() => signInBySrp(earlier), aRound),
    },
    rounds,
  )
  const measured = { ours: perSignIn(times.ours), theirs: perSignIn(times.earlier) }
  const name = `practice pool: time for each sign-in by SRP, ${String(inFlight)} in flight`
  return faster({ name, ...measured, peer: earlierName, unit: 'ms' }, 2)
}

async function passwordRow(ours: LoadTarget, local: LoadTarget, rounds: number): Promise<Row> {
  const times = await sideBySide(
    {
      ours: () => signInMany(() => signInByPassword(ours), aRound),
      local: () => signInMany(() => signInByPassword(local), aRound),
    },
    rounds,
  )
  const measured = { ours: perSignIn(times.ours), theirs: perSignIn(times.local) }
  const name = `practice pool: time for each sign-in by password, ${String(inFlight)} in flight`
  return faster({ name, ...measured, peer: 'cognito-local', unit: 'ms' }, 8)
}

async function memoryRow(pool: RunningPool, signIns: number): Promise<Row> {
  await signInMany(() => signInByPassword(pool), warmUp)
  const before = await pool.memory()
  await signInMany(() => signInByPassword(pool), signIns)
  const after = await pool.memory()
  const name = `practice pool: memory after ${signIns.toLocaleString('en')} more sign-ins`
  const peer = `itself after ${warmUp.toLocaleString('en')}`
  return within({ name, ours: after, peer, theirs: before, unit: 'MB' }, 1.05)
}

async function startRow(ours: string, earlier: string, rounds = 5): Promise<Row> {
  const firstAnswer = async (file: string) => {
    const from = performance.now()
    const pool = await startPool(file)
    await signInByPassword(pool)
    const time = performance.now() - from
    pool.close()
    return time
  }
  const times = { ours: [] as number[], earlier: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await firstAnswer(ours))
    times.earlier.push(await firstAnswer(earlier))
  }
  return faster(
    {
      name: 'practice pool: from its start to the first tokens',
      ours: median(times.ours),
      peer: earlierName,
      theirs: median(times.earlier),
      unit: 'ms',
    },
    2,
  )
}

async function startPool(file: string): Promise<RunningPool> {
  const child = spawn(process.execPath, ['--expose-gc', file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async () => {
    const line = await lines.next()
    if (line.done) throw new Error(`${file} ended.`)
    return line.value
  }
  return {
    ...(JSON.parse(await nextLine()) as LoadTarget),
    memory: async () => {
      child.stdin.write('\n')
      return Number(await nextLine()) / 1024 / 1024
    },
    close: () => {
      child.kill()
    },
  }
}

/** cognito-local with one user who signs in by password: it has no SRP. */
async function startCognitoLocal(): Promise<RunningPool> {
  const folder = await mkdtemp(join(tmpdir(), 'authscope-cognito-local-'))
  const port = await freePort()
  const program = createRequire(import.meta.url).resolve('cognito-local/lib/bin/start.js')
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), NODE_ENV: 'production' },
    stdio: 'ignore',
  })
  const endpoint = `http://127.0.0.1:${String(port)}`
  await answering(endpoint, child)
  const credentials = { accessKeyId: 'any', secretAccessKey: 'key' }
  const sdk = new CognitoIdentityProvider({ region: 'local', endpoint, credentials })
  const { UserPool } = await sdk.createUserPool({ PoolName: 'bench' })
  const userPoolId = UserPool?.Id ?? ''
  const ofPool = { UserPoolId: userPoolId }
  const { UserPoolClient } = await sdk.createUserPoolClient({ ...ofPool, ClientName: 'bench' })
  const username = 'ann@example.com'
  const password = 'Practice-Password-1!'
  await sdk.adminCreateUser({ ...ofPool, Username: username, MessageAction: 'SUPPRESS' })
  await sdk.adminSetUserPassword({
    ...ofPool,
    Username: username,
    Password: password,
    Permanent: true,
  })
  sdk.destroy()
  return {
    endpoint,
    userPoolId,
    clientId: UserPoolClient?.ClientId ?? '',
    username,
    password,
    memory: () => Promise.resolve(Number.NaN),
    close: () => {
      child.kill()
      void rm(folder, { recursive: true, force: true })
    },
  }
}

async function answering(endpoint: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error('cognito-local ended.')
    const answer = await fetch(`${endpoint}/health`).catch(() => undefined)
    if (answer) return
    await wait(100)
  }
  throw new Error('cognito-local does not answer.')
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
