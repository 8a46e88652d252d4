import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect, it } from 'vitest'
import type { RecordedCall } from '../recorded-call.ts'
import { botocoreImporter } from './botocore-importer.ts'

function read(lines: readonly string[]): readonly RecordedCall[] {
  const text = lines.join('\n')
  const calls: RecordedCall[] = []
  expect(botocoreImporter.recognises(text)).toBe(true)
  const reader = botocoreImporter.open({
    call: (call) => calls.push(call),
    trace: () => undefined,
    dropped: () => undefined,
    problem: () => undefined,
    writtenBy: () => undefined,
    attachment: () => undefined,
  })
  reader.feed(utf8ToBytes(text))
  reader.end()
  return calls
}

const log = (logger: string, message: string) =>
  `2026-11-28 02:08:53,100 botocore.${logger} [DEBUG] ${message}`
const making = log(
  'endpoint',
  `Making request for OperationModel(name=InitiateAuth) with params: {'headers': {'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth'}, 'body': b'{"AuthFlow": "USER_PASSWORD_AUTH", "ClientId": "c", "AuthParameters": {"PASSWORD": "P\\\\u00e4ss"}}', 'url': 'http://127.0.0.1:9411/'}`,
)
const sending = (attempt: string) =>
  log(
    'endpoint',
    `Sending http request: <AWSPreparedRequest stream_output=False, method=POST, url=http://127.0.0.1:9411/, headers={'amz-sdk-invocation-id': b'3c5b', 'amz-sdk-request': b'${attempt}'}>`,
  )
const headers = log(
  'parsers',
  `Response headers: {'Date': 'Sat, 28 Nov 2026 01:08:53 GMT', 'x-amzn-ErrorType': 'NotAuthorizedException:', 'x-amzn-RequestId': 'fa55ee00'}`,
)
const answer = [
  headers,
  log('parsers', 'Response body:'),
  `b'{"__type":"NotAuthorizedException","message":"Incorrect username or password."}'`,
]

it('the local times of a log are in the zone that a Date header of it tells', () => {
  const [call] = read([making, sending('attempt=1'), ...answer])
  expect(new Date(call?.at ?? 0).toISOString()).toBe('2026-11-28T01:08:53.100Z')
})

it('without any Date header the times of a log are unknown', () => {
  const [call] = read([making, sending('attempt=1')])
  expect(call?.at).toBeUndefined()
  expect(call?.notCaptured.map(({ part }) => part)).toContain('start time')
})

it('a refusal, which a log has twice, is one call', () => {
  const calls = read([making, sending('attempt=1'), ...answer, ...answer])
  expect(calls).toHaveLength(1)
  expect(calls[0]?.response?.status).toBe(400)
})

it('attempts of one call carry the same invocation id', () => {
  const retry = 'ttl=20261128T010953Z; attempt=2; max=3'
  const calls = read([making, sending('attempt=1'), ...answer, sending(retry), ...answer])
  expect(calls.map(({ request }) => new Map(request.headers).get('amz-sdk-request'))).toEqual([
    'attempt=1',
    retry,
  ])
})

it('reads the log that pytest captures of a failed test, and a call that it logs twice once', () => {
  const captured = [making, sending('attempt=1'), ...answer].map((line) =>
    line.replace(/^\S+ \S+ botocore\.(\w+) \[DEBUG\] /, 'DEBUG    botocore.$1:$1.py:114 '),
  )
  const live = '------------------------------ live log call -------------------------------'
  const calls = read([live, ...captured, '------ Captured log call ------', ...captured])
  expect(calls).toHaveLength(1)
  expect(calls[0]).toMatchObject({ operation: 'InitiateAuth', response: { status: 400 } })
  expect(calls[0]?.at).toBeUndefined()
})
