import { expect, test } from 'vitest'
import { watchedClients } from './index.ts'

const endpoint = {
  url: 'http://127.0.0.1:9234',
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEf123',
  clientId: '1example23456789',
}

test('the instructions of every client name the endpoint, and leave nothing to fill in', () => {
  for (const { id, lines } of watchedClients) {
    const text = lines(endpoint)
    const host = id === 'amplify-android' ? 'localhost' : '127.0.0.1:9234'
    expect(text, id).toContain(host)
    expect(text, id).not.toMatch(/undefined|\$\{/)
  }
})

test('no two clients share an ID or a title', () => {
  expect(new Set(watchedClients.map(({ id }) => id)).size).toBe(watchedClients.length)
  expect(new Set(watchedClients.map(({ title }) => title)).size).toBe(watchedClients.length)
})
