import { expect, test } from 'vitest'
import type { Device, DeviceAtCognito } from '#contract/routes/devices.ts'
import { deviceRows, statusOf } from './device-rows.ts'

const local = (key: string, username = 'alice'): Device => ({
  id: `id of ${key}`,
  profileId: 'p',
  username,
  aliases: [],
  key,
  name: `Here ${key}`,
  status: 'remembered',
  createdAt: 1,
  kept: 'stored',
})
const remote = (key: string, status = 'remembered'): DeviceAtCognito => ({
  key,
  attributes: [
    { name: 'device_name', value: `There ${key}` },
    { name: 'dev:device_remembered_status', value: status },
  ],
})

test('a device that Cognito forgot is distinguished from one that was not looked up', () => {
  const places = (listed: readonly DeviceAtCognito[] | undefined) =>
    deviceRows([local('a'), local('b'), local('c', 'bob')], listed, 'alice').map(
      ({ name, place }) => `${name}: ${place}`,
    )
  expect(places(undefined)).toEqual(['Here a: unknown', 'Here b: unknown', 'Here c: unknown'])
  expect(places([remote('a'), remote('d')])).toEqual([
    'Here a: both',
    'Here b: only here',
    'Here c: unknown',
    'There d: only in Cognito',
  ])
})

test('a status that was changed elsewhere is shown, and a pending choice stays visible', () => {
  const [row] = deviceRows([local('a')], [remote('a', 'not_remembered')], 'alice')
  expect(statusOf(row!)).toBe('not_remembered')
  const [undecided] = deviceRows([{ ...local('a'), status: 'undecided' }], [remote('a')], 'alice')
  expect(statusOf(undecided!)).toBe('undecided')
})
