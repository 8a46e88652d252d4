import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPractice } from './practice.ts'
import { noPractice, type PracticePort } from './practice-port.ts'
import { triggerHandlers } from './trigger-handlers.ts'

let port: PracticePort = noPractice
const handlers = triggerHandlers({ practice: () => port })
const versionOf = async (userPoolId: string) =>
  (await handlers['trigger.list']({ userPoolId })).find(({ version }) => version)?.version

beforeAll(async () => {
  port = await startPractice(() => undefined)
})
afterAll(() => port.close())

it('sets only an event version that the pool’s tier has', async () => {
  const [lite, essentials] = ['us-east-1_Practice1', 'us-east-1_Practice3']
  expect(await versionOf(lite)).toEqual({ chosen: 'V1_0', offered: ['V1_0'] })
  expect(() => handlers['trigger.setVersion']({ userPoolId: lite, version: 'V2_0' })).toThrow(
    'has no V2_0',
  )
  await handlers['trigger.setVersion']({ userPoolId: essentials, version: 'V2_0' })
  expect(await versionOf(essentials)).toMatchObject({ chosen: 'V2_0' })
})

it('shows an example that works in the chosen version', async () => {
  const userPoolId = 'us-east-1_Practice4'
  const name = 'PreTokenGeneration'
  const example = async () =>
    (await handlers['trigger.list']({ userPoolId })).find((one) => one.name === name)?.template
  expect(await example()).toContain('claimsOverrideDetails')
  await handlers['trigger.setVersion']({ userPoolId, version: 'V3_0' })
  expect(await example()).toContain('claimsAndScopeOverrideDetails')
  const source = (await example()) ?? ''
  expect(await handlers['trigger.try']({ userPoolId, name, source })).not.toHaveProperty('error')
})
