import { expect, test } from 'vitest'
import { reveal } from '../secret/secret.ts'
import { recogniseInput } from './recognise-input.ts'

test('a file with a thousand app clients gives each its own user pool and secret', () => {
  const apps = Array.from({ length: 1000 }, (_, index) => {
    const number = String(index).padStart(9, '0')
    return {
      userPoolId: `us-east-1_${number}`,
      clientId: `client${number}aaaaaaaaaaa`,
      clientSecret: `secret${number}${'x'.repeat(30)}`,
    }
  })
  const read = recogniseInput(JSON.stringify({ apps }))
  expect(
    read.kind === 'connections' &&
      read.connections.map(({ clientSecret, fields }) => ({
        userPoolId: fields.userPoolId?.text,
        clientId: fields.clientId?.text,
        clientSecret: clientSecret && reveal(clientSecret.secret),
      })),
  ).toEqual(apps)
})

test('a long Secret of Kubernetes is read, and its values are decoded', () => {
  const lines = Array.from(
    { length: 30_000 },
    (_, index) => `  key${String(index)}: ${btoa('value')}`,
  )
  const text = `kind: Secret\ndata:\n${lines.join('\n')}\n  USER_POOL_ID: ${btoa('us-east-1_AbCdEfGhI')}\n`
  expect(recogniseInput(text)).toMatchObject({
    connections: [{ fields: { userPoolId: { text: 'us-east-1_AbCdEfGhI' } } }],
  })
})
