import { expect, it } from 'vitest'
import { sampleTrace } from '../../vectors/sample-trace.ts'
import type { Trace } from '../../trace/event.ts'
import { chainPlan } from './chain-plan.ts'

/** The sample with another input of its first call, as a redacted trace has it. */
function withInput(input: object): Trace {
  const { trace } = sampleTrace()
  const requestBody = JSON.stringify(input)
  const events = trace.events.map((event): typeof event =>
    event.type === 'attempted' && event.step === 1
      ? { ...event, attempt: { ...event.attempt, requestBody } }
      : event,
  )
  return { ...trace, events }
}

const variablesOf = (input: object) =>
  chainPlan(withInput(input)).variables.map(({ about, name }) => `${name}: ${about}`)

it('attributes have a variable each, by their names', () => {
  const UserAttributes = [
    { Name: 'email', Value: '‹email 1a2b›' },
    { Name: 'custom:tenant', Value: '‹attribute 3c4d›' },
  ]
  expect(variablesOf({ Username: '‹user 5e6f›', UserAttributes })).toEqual(
    expect.arrayContaining([
      'COGNITO_EMAIL: the email that was sent as email',
      'COGNITO_CUSTOM_TENANT: the attribute that was sent as custom:tenant',
    ]),
  )
})

it('values of members whose names differ in signs alone have a variable each', () => {
  const ClientMetadata = {
    'shop-id': '‹attribute 1a2b›',
    'shop.id': '‹attribute 3c4d›',
    shop_id: '‹attribute 1a2b›',
  }
  expect(variablesOf({ ClientMetadata })).toEqual(
    expect.arrayContaining([
      'COGNITO_SHOP_ID: the attribute that was sent as shop-id',
      'COGNITO_SHOP_ID_2: the attribute that was sent as shop.id',
    ]),
  )
})
