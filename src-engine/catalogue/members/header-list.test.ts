import { expect, it } from 'vitest'
import { headerMember } from './header-list.ts'

it.each([
  'Authorization',
  'Proxy-Authorization',
  'Cookie',
  'Set-Cookie',
  'X-Amz-Security-Token',
  'X-Api-Key',
])('%s carries a secret', (name) => {
  expect(headerMember(name)).toEqual({ sensitivity: 'secret', kind: 'header' })
})

it.each([
  ['Content-Type', 'public'],
  ['Access-Control-Allow-Credentials', 'public'],
  ['WWW-Authenticate', 'public'],
  ['X-Amzn-RequestId', 'public'],
  ['X-Forwarded-For', 'personal'],
  ['X-Internal-User', 'personal'],
])('%s is %s', (name, sensitivity) => {
  expect(headerMember(name).sensitivity).toBe(sensitivity)
})
