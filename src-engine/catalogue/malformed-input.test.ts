import { expect, test } from 'vitest'
import { flows } from './flows/index.ts'
import { malformedInput } from './malformed-input.ts'

const of = (inputs: Readonly<Record<string, unknown>>) =>
  malformedInput(flows.get('USER_PASSWORD_AUTH'), inputs)

test('a username of 129 characters is malformed, and one of 128 is not', () => {
  expect(of({ USERNAME: 'x'.repeat(129) })).toMatchObject({
    field: { name: 'USERNAME' },
    text: 'A Cognito username has at most 128 characters.',
  })
  expect(of({ USERNAME: 'x'.repeat(128) })).toBeUndefined()
})

test('what is empty, secret, or beside the fields of the flow is not looked at', () => {
  expect(of({ USERNAME: '', PASSWORD: ' ', EXTRA: 'x'.repeat(500) })).toBeUndefined()
  expect(malformedInput(undefined, { USERNAME: 'x y' })).toBeUndefined()
})
