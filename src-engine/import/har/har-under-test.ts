import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { ImportProblem } from '../importer.ts'
import type { RecordedCall } from '../recorded-call.ts'
import { harImporter } from './har-importer.ts'

interface Read {
  readonly calls: readonly RecordedCall[]
  readonly problems: readonly ImportProblem[]
  readonly dropped: number
  readonly tool: string
}

/** Reads a HAR in chunks of a size, with the files of its archive. */
export function read(
  text: string | Uint8Array,
  chunkSize = 1 << 20,
  files: Readonly<Record<string, string>> = {},
): Read {
  const bytes = typeof text === 'string' ? utf8ToBytes(text) : text
  const calls: RecordedCall[] = []
  const problems: ImportProblem[] = []
  let dropped = 0
  let tool = ''
  const reader = harImporter.open({
    call: (call) => calls.push(call),
    trace: () => undefined,
    dropped: () => (dropped += 1),
    problem: (problem) => problems.push(problem),
    writtenBy: (name) => (tool = name),
    attachment: (name) => (files[name] === undefined ? undefined : utf8ToBytes(files[name])),
  })
  for (let at = 0; at < bytes.length; at += chunkSize) reader.feed(bytes.slice(at, at + chunkSize))
  reader.end()
  return { calls, problems, dropped, tool }
}

/** The request body of {@link entry}. */
export const sentBody = '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"abc","AuthParameters":{}}'
/** The header that names the operation. */
export const target = {
  name: 'X-Amz-Target',
  value: 'AWSCognitoIdentityProviderService.InitiateAuth',
}

/** An entry as DevTools writes it, with changes. */
export const entry = (request: object = {}, response: object = {}, more: object = {}) => ({
  startedDateTime: '2026-11-28T01:28:34.287Z',
  time: 20,
  request: {
    method: 'POST',
    url: 'https://cognito-idp.us-east-1.amazonaws.com/',
    httpVersion: 'HTTP/1.1',
    headers: [target],
    bodySize: 72,
    postData: { mimeType: 'application/x-amz-json-1.1', text: sentBody },
    ...request,
  },
  response: {
    status: 200,
    statusText: 'OK',
    httpVersion: 'HTTP/1.1',
    headers: [],
    content: { size: 2, text: '{}' },
    bodySize: 2,
    ...response,
  },
  timings: { blocked: 1, dns: 2, connect: 5, ssl: 3, send: 0.5, wait: 9, receive: 1 },
  ...more,
})

/** A HAR with these entries, of DevTools unless told otherwise. */
export const har = (entries: readonly object[], creator: object = { name: 'WebInspector' }) =>
  JSON.stringify({ log: { version: '1.2', creator, entries } })

/** The only call of a HAR. */
export const only = (text: string, files?: Readonly<Record<string, string>>): RecordedCall => {
  const { calls } = read(text, undefined, files)
  const [call, ...others] = calls
  if (!call || others.length > 0) throw new Error(`${String(calls.length)} calls instead of one`)
  return call
}

/** The parts that were not captured. */
export const lacks = ({ notCaptured }: RecordedCall) => notCaptured.map(({ part }) => part)
