import { spawn, type ChildProcessByStdio } from 'node:child_process'
import * as http from 'node:http'
import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { sideBySide } from './measure.ts'
import { within, type Row } from './row.ts'

/** Calls that are under way at the same time. */
const inFlight = 8
const callsARound = 400
const manyCalls = 10_000

interface Endpoint {
  readonly url: string
  /** Bytes of memory that its process uses. */
  readonly memory: () => Promise<number>
  readonly close: () => void
}

/**
 * A call through the recording endpoint against the same call through a bare reverse proxy, and the
 * memory of the recording endpoint after many calls.
 */
export async function benchWatch(rounds = 6): Promise<Row[]> {
  const open: Endpoint[] = []
  const start = async (...args: readonly string[]) => {
    const endpoint = await startEndpoint(args)
    open.push(endpoint)
    return endpoint
  }
  try {
    const service = await start('service')
    const [recording, bare] = [
      await start('recording', service.url),
      await start('bare', service.url),
    ]
    const agent = new http.Agent({ keepAlive: true, maxSockets: inFlight })
    const times = await sideBySide(
      {
        recording: () => callMany(recording.url, agent, callsARound),
        bare: () => callMany(bare.url, agent, callsARound),
      },
      rounds,
    )
    const perCall = (time: number) => (time * inFlight) / callsARound
    await callMany(recording.url, agent, manyCalls / 2)
    const half = await recording.memory()
    await callMany(recording.url, agent, manyCalls / 2)
    const whole = await recording.memory()
    agent.destroy()
    const megabytes = (bytes: number) => bytes / 1024 / 1024
    return [
      within(
        {
          name: 'a call through the recording endpoint, 8 in flight',
          ours: perCall(times.recording),
          peer: 'http-proxy-3',
          theirs: perCall(times.bare),
          unit: 'ms',
        },
        1.3,
      ),
      within(
        {
          name: 'memory of the recording endpoint after 10,000 calls',
          ours: megabytes(whole),
          peer: 'itself after 5,000',
          theirs: megabytes(half),
          unit: 'MB',
        },
        1.2,
      ),
    ]
  } finally {
    for (const { close } of open) close()
  }
}

async function startEndpoint(args: readonly string[]): Promise<Endpoint> {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    ['--expose-gc', process.argv[1] ?? '', '--endpoint', ...args],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines: Interface = createInterface({ input: child.stdout })
  const next = lines[Symbol.asyncIterator]()
  const line = async () => String((await next.next()).value)
  return {
    url: await line(),
    memory: async () => {
      child.stdin.write('\n')
      return Number(await line())
    },
    close: () => child.kill(),
  }
}

let user = 0

/** Each call is a sign-in of another user, so that none is the retry of another. */
function call(url: string, agent: http.Agent): Promise<void> {
  const body = JSON.stringify({
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: '1example23456789',
    AuthParameters: {
      USERNAME: `user-${String((user += 1))}`,
      SRP_A: `${String(user)}${'0a'.repeat(380)}`,
    },
  })
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'Content-Type': 'application/x-amz-json-1.1',
          'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
          'Content-Length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume().once('end', resolve)
      },
    )
    request.once('error', reject)
    request.end(body)
  })
}

async function callMany(url: string, agent: http.Agent, count: number): Promise<void> {
  let left = count
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) await call(url, agent)
    }),
  )
}
