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

const ids = 'USER_POOL_ID: us-east-1_AbCdEfGhI\nCLIENT_ID: 1example23456789abcdefghij\n'

test.each([
  [
    'aliases of aliases',
    Array.from({ length: 30 }, (_, at) =>
      at === 0
        ? 'a0: &a0 [x]\n'
        : `a${String(at)}: &a${String(at)} [${`*a${String(at - 1)},`.repeat(9)}]\n`,
    ).join(''),
  ],
  ['an alias of itself', 'a: &a [*a]\n'],
  [
    'thousands of aliases of a long map',
    `a: &a\n${'  - x\n'.repeat(5000)}b: [${'*a,'.repeat(5000)}]\n`,
  ],
  ['a template between its lines', 'a: &a 1\n{{- if .Values.x }}\nb: *a\n{{- end }}\n'],
  ['brackets in brackets', `a: &a ${'['.repeat(10_000)}\n`],
  ['items in items', `a: &a\n${'- '.repeat(10_000)}x\n`],
  [
    'maps in maps',
    `a: &a 1\n${Array.from({ length: 390 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}\n`,
  ],
])('a text with %s is read line by line where YAML cannot be read', (_, text) => {
  for (const input of [`${text}${ids}`, `${ids}${text}`])
    expect(recogniseInput(input)).toMatchObject({
      connections: [
        {
          fields: {
            userPoolId: { text: 'us-east-1_AbCdEfGhI' },
            clientId: { text: '1example23456789abcdefghij' },
          },
        },
      ],
    })
})

test('a Compose file with a thousand services that share a map is read', () => {
  const service = (at: number) =>
    `  s${String(at)}:\n    environment:\n      <<: *env\n      CLIENT_ID: client${String(at).padStart(9, '0')}aaaaaaaaaaa\n`
  const text = `x-env: &env\n  USER_POOL_ID: us-east-1_AbCdEfGhI\nservices:\n${Array.from({ length: 1000 }, (_, at) => service(at)).join('')}`
  const read = recogniseInput(text)
  const pools =
    read.kind === 'connections'
      ? read.connections.map(({ fields }) => fields.userPoolId?.place)
      : []
  expect(pools).toHaveLength(1000)
  expect(pools[999]).toBe('services.s999.environment.USER_POOL_ID')
})
