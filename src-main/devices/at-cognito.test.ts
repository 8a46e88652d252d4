import { expect, test } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import type { Runs } from '#main/runs/runs.ts'
import { listDevices } from './at-cognito.ts'

/** A user pool with as many pages of one device each as are wanted. */
function poolWith(pages: number) {
  const asked: WireRequest['input'][] = []
  const runs: Pick<Runs, 'call' | 'tokens'> = {
    call: (_runId, { input }) => {
      asked.push(input)
      const next = asked.length < pages && `page ${String(asked.length + 1)}`
      return Promise.resolve({
        kind: 'accepted',
        values: {},
        members: {
          Devices: [{ DeviceKey: `key ${String(asked.length)}` }],
          ...(next && { PaginationToken: next }),
        },
      })
    },
    tokens: () => [{ use: 'access', token: Secret.of('access token', 'a.b.c') }],
  }
  return { asked, runs }
}

test('devices on the second page of ListDevices are not seen', async () => {
  const { asked, runs } = poolWith(2)
  const { devices, refused } = await listDevices(runs, 'run')
  expect(refused).toBeUndefined()
  expect(devices.map(({ key }) => key)).toEqual(['key 1', 'key 2'])
  expect(asked.map((input) => input['PaginationToken'])).toEqual([undefined, 'page 2'])
})

test('a server without a last page is asked for ever', async () => {
  const { asked, runs } = poolWith(Infinity)
  expect((await listDevices(runs, 'run')).devices).toHaveLength(20)
  expect(asked).toHaveLength(20)
})
