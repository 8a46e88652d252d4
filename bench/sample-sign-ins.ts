import { randomBytes } from 'node:crypto'
import { reveal, Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { startRunsUnderTest } from '#main/runs/runs-under-test.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'

/** A sign-in by SRP and authenticator against the practice pool, with everything that it keeps. */
export async function realSignIn(): Promise<StoredRun> {
  const under = await startRunsUnderTest()
  try {
    const user = under.pool.describe().users.find(({ username }) => username === 'totp-user')
    const runId = under.start(
      'web-public',
      {
        flow: 'USER_SRP_AUTH',
        parameters: {
          USERNAME: 'totp-user',
          PASSWORD: Secret.of('password', user?.password ?? ''),
        },
      },
      { known: { totpSecret: Secret.of('totp secret', user?.totpSecret ?? '') } },
    )
    await under.stopped(runId)
    return await under.runs.stored(runId)
  } finally {
    await under.close()
  }
}

/** The same sign-in as another one: other ids, another user, another time. */
export function varied(sample: StoredRun, number: number, startedAt: number): StoredRun {
  const username = `user-${String(number)}@example.com`
  const id = randomBytes(16).toString('hex')
  const other = (text: string) =>
    text
      .replaceAll('totp-user', username)
      .replace(
        /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
        (uuid) => `${id.slice(0, 8)}${uuid.slice(8)}`,
      )
  const otherBytes = (bytes: Uint8Array) =>
    new Uint8Array(Buffer.from(other(Buffer.from(bytes).toString('latin1')), 'latin1'))
  const runId = id.slice(0, 16)
  return {
    run: { ...sample.run, runId, username, startedAt },
    events: JSON.parse(other(JSON.stringify(sample.events))) as TraceEvent[],
    secrets: new Map(
      [...sample.secrets].map(([mark, one]) => [mark, Secret.of(one.kind, other(reveal(one)))]),
    ),
    bytes: sample.bytes.map(({ request, response, ...place }) => ({
      ...place,
      request: otherBytes(request),
      response: response && otherBytes(response),
    })),
  }
}
