import { expect, test } from 'vitest'
import {
  validationErrorsOf,
  fieldsOf,
  filledFields,
  needsMoreFields,
  withPoolId,
} from './profile-draft.ts'

test('a pasted pool ID fills in the region, even from an ARN or an issuer', () => {
  const arn = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'
  expect(withPoolId(fieldsOf(undefined), arn)).toMatchObject({
    userPoolId: 'eu-west-1_AbCdEf123',
    region: 'eu-west-1',
  })
})

test('another pool ID changes the region, but not a typed one', () => {
  const first = withPoolId(fieldsOf(undefined), 'eu-west-1_AbCdEf123')
  expect(withPoolId(first, 'us-east-1_Other1234').region).toBe('us-east-1')
  const typed = { ...first, region: 'local' }
  expect(withPoolId(typed, 'us-east-1_Other1234').region).toBe('local')
})

test('a pool ID that is typed over another one changes the region', () => {
  const first = withPoolId(fieldsOf(undefined), 'eu-west-1_AbCdEf123')
  const typeIn = (text: string, fields: typeof first) =>
    text.split('').reduce((now, _, index) => withPoolId(now, text.slice(0, index + 1)), fields)
  expect(typeIn('us-east-1_Other1234', first).region).toBe('us-east-1')
  expect(needsMoreFields(withPoolId(first, 'us-ea'))).toBe(false)
  expect(needsMoreFields({ ...first, region: '' })).toBe(true)
  const local = { ...first, endpoint: 'http://localhost:9229' }
  expect(typeIn('local_abc', local).region).toBe('eu-west-1')
})

test('what was filled in is replaced by another connection, and what was entered is not', () => {
  const found = (text: string) => ({ text, place: '' })
  const first = { name: 'One', fields: { clientId: found('one'), flow: found('CUSTOM_AUTH') } }
  const second = { name: 'Two', fields: { clientId: found('two') } }
  const empty = fieldsOf(undefined)
  const entered = { ...empty, proxy: 'http://proxy:8080', endpoint: 'http://localhost' }
  const filled = filledFields(entered, empty, { ...first, missing: [] })
  expect(filled).toEqual({ ...entered, name: 'One', clientId: 'one', flow: 'CUSTOM_AUTH' })
  const before = filledFields(empty, empty, { ...first, missing: [] })
  expect(filledFields({ ...filled, clientId: '' }, before, { ...second, missing: [] })).toEqual({
    ...entered,
    name: 'Two',
    clientId: 'two',
  })
})

test('an empty form shows no error, since nothing has been typed yet', () => {
  expect(Object.values(validationErrorsOf(fieldsOf(undefined))).filter(Boolean)).toEqual([])
})
