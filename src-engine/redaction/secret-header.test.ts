import { expect, it } from 'vitest'
import { isSecretHeader } from './secret-header.ts'

it.each([
  'Authorization',
  'Proxy-Authorization',
  'Cookie',
  'Set-Cookie',
  'X-Amz-Security-Token',
  'X-Api-Key',
])('%s carries a secret', (name) => {
  expect(isSecretHeader(name)).toBe(true)
})

it.each([
  'Content-Type',
  'Access-Control-Allow-Credentials',
  'WWW-Authenticate',
  'X-Amzn-RequestId',
])('%s carries none', (name) => {
  expect(isSecretHeader(name)).toBe(false)
})
