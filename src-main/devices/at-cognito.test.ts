import { expect, test } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import type { Runs } from '#main/runs/runs.ts'
import { listDevices } from './at-cognito.ts'

/** A user pool with the given number of pages, of one device each. */
function poolWith(pages: number) {
  const pending: WireRequest['input'][] = []
  const runs: Pick<Runs, 'call' | 'tokens'> = {
    call: (_runId, { input }) => {
      pending.push(input)
      const next = pending.length < pages && `page ${String(pending.length + 1)}`
      return Promise.resolve({
        kind: 'accepted',
        values: {},
        members: {
          Devices: [{ DeviceKey: `key ${String(pending.length)}` }],
          ...(next && { PaginationToken: next }),
        },
      })
    },
    tokens: () => Promise.resolve([{ use: 'access', token: Secret.of('access token', 'a.b.c') }]),
  }
  return { pending, runs }
}

test('devices on the second page of ListDevices are listed', async () => {
  const { pending, runs } = poolWith(2)
  const { devices, refused } = await listDevices(runs, 'run')
  expect(refused).toBeUndefined()
  expect(devices.map(({ key }) => key)).toEqual(['key 1', 'key 2'])
  expect(pending.map((input) => input['PaginationToken'])).toEqual([undefined, 'page 2'])
})

test('a server without a last page is asked a limited number of times', async () => {
  const { pending, runs } = poolWith(Infinity)
  expect((await listDevices(runs, 'run')).devices).toHaveLength(20)
  expect(pending).toHaveLength(20)
})
