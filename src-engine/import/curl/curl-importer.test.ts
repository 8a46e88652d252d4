import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect, it } from 'vitest'
import { textOf } from '../../tokens/base64url.ts'
import type { RecordedCall } from '../recorded-call.ts'
import { curlImporter } from './curl-importer.ts'

function read(text: string): readonly RecordedCall[] {
  const calls: RecordedCall[] = []
  expect(curlImporter.recognises(text)).toBe(true)
  const reader = curlImporter.open({
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

const lines = [
  '=> Send header, 140 bytes (0x8c)',
  '0000: POST / HTTP/1.1',
  '0011: Host: cognito-idp.us-east-1.amazonaws.com',
  '003c: X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth',
  '=> Send data, 90 bytes (0x5a)',
  // A row of a text dump has 64 bytes: the password begins in one and ends in the next.
  '0000: {"AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"PASSWORD":"Pra',
  '0040: ctice-Password-1!"}}',
  '<= Recv header, 17 bytes (0x11)',
  '0000: HTTP/1.1 200 OK',
  '<= Recv data, 2 bytes (0x2)',
  '0000: {}',
]

it.each([
  ['without times', lines],
  [
    'with --trace-time',
    lines.map((line) => (/^[=<]/.test(line) ? `11:22:33.456789 ${line}` : line)),
  ],
])('a text dump %s has the body that its rows split', (_name, all) => {
  const [call] = read(all.join('\n'))
  expect(call?.operation).toBe('InitiateAuth')
  expect(textOf(call?.request.body ?? new Uint8Array())).toContain('"Practice-Password-1!"')
  expect(call?.response?.status).toBe(200)
})
