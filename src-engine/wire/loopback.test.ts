import { expect, it } from 'vitest'
import { isLoopbackHost } from './loopback.ts'

it.each([
  'localhost',
  'LOCALHOST',
  'shop.localhost',
  'a.b.localhost',
  '127.0.0.1',
  '127.1.2.3',
  '[::1]',
])('%s is this machine', (host) => {
  expect(isLoopbackHost(host)).toBe(true)
})

it.each([
  '',
  '.localhost',
  'localhost.example.com',
  'evil-localhost',
  '127.0.0.1.example.com',
  '127.0.0',
  '[::2]',
  '10.0.0.1',
  'localhost:9233',
  'ada@localhost',
])('“%s” is another host, or none', (host) => {
  expect(isLoopbackHost(host)).toBe(false)
})
