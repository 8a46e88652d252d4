import { z } from 'zod'
import type { DeviceAtCognito } from '#contract/routes/devices.ts'
import { accessTokenOf, callAtCognito, type Refused } from '#main/runs/call-at-cognito.ts'
import type { Runs } from '#main/runs/runs.ts'

type RunsForDevices = Pick<Runs, 'call' | 'tokens'>

/** DeviceType; dates in seconds since 1970. */
const deviceType = z.object({
  DeviceKey: z.string(),
  DeviceAttributes: z
    .array(z.object({ Name: z.string(), Value: z.string().default('') }))
    .default([]),
  DeviceCreateDate: z.number().optional(),
  DeviceLastModifiedDate: z.number().optional(),
  DeviceLastAuthenticatedDate: z.number().optional(),
})
const listed = z.object({
  Devices: z.array(deviceType),
  PaginationToken: z.string().optional(),
})
const got = z.object({ Device: deviceType })

/** A server that always has a next page is not followed forever. */
const maxPages = 20

/** The user's confirmed devices at Cognito, page after page; a page has at most 60. */
export async function listDevices(
  runs: RunsForDevices,
  runId: string,
): Promise<{ readonly devices: readonly DeviceAtCognito[] } & Partial<Refused>> {
  const AccessToken = await accessTokenOf(runs, runId)
  const devices: DeviceAtCognito[] = []
  let next: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const answer = await callAtCognito(runs, runId, {
      operation: 'ListDevices',
      input: { AccessToken, Limit: 60, ...(next !== undefined && { PaginationToken: next }) },
    })
    if ('refused' in answer) return { devices, refused: answer.refused }
    const { data } = listed.safeParse(answer.members)
    if (!data) return { devices, refused: 'ListDevices: the response has no list of devices.' }
    devices.push(...data.Devices.map(shown))
    next = data.PaginationToken
    if (next === undefined) break
  }
  return { devices }
}

/** One device as Cognito has it now. */
export async function getDevice(
  runs: RunsForDevices,
  runId: string,
  key: string,
): Promise<{ readonly device?: DeviceAtCognito } & Partial<Refused>> {
  const answer = await callAtCognito(runs, runId, {
    operation: 'GetDevice',
    input: { AccessToken: await accessTokenOf(runs, runId), DeviceKey: key },
  })
  if ('refused' in answer) return answer
  const { data } = got.safeParse(answer.members)
  return data
    ? { device: shown(data.Device) }
    : { refused: 'GetDevice: the response has no device.' }
}

/** Remembers a confirmed device or not; nothing when that worked. */
export async function updateDeviceStatus(
  runs: RunsForDevices,
  runId: string,
  key: string,
  status: 'remembered' | 'not_remembered',
): Promise<Partial<Refused>> {
  const answer = await callAtCognito(runs, runId, {
    operation: 'UpdateDeviceStatus',
    input: {
      AccessToken: await accessTokenOf(runs, runId),
      DeviceKey: key,
      DeviceRememberedStatus: status,
    },
  })
  return 'refused' in answer ? answer : {}
}

/** Has Cognito forget a device; nothing when that worked. */
export async function forgetDevice(
  runs: RunsForDevices,
  runId: string,
  key: string,
): Promise<Partial<Refused>> {
  const answer = await callAtCognito(runs, runId, {
    operation: 'ForgetDevice',
    input: { AccessToken: await accessTokenOf(runs, runId), DeviceKey: key },
  })
  return 'refused' in answer ? answer : {}
}

function shown(device: z.output<typeof deviceType>): DeviceAtCognito {
  const milliseconds = (seconds: number | undefined) =>
    seconds === undefined ? undefined : seconds * 1000
  return {
    key: device.DeviceKey,
    attributes: device.DeviceAttributes.map(({ Name, Value }) => ({ name: Name, value: Value })),
    createdAt: milliseconds(device.DeviceCreateDate),
    modifiedAt: milliseconds(device.DeviceLastModifiedDate),
    authenticatedAt: milliseconds(device.DeviceLastAuthenticatedDate),
  }
}
