import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import type { SecretKind } from '../secret/secret.ts'

/** Secrets of each kind that a sign-in has, and some that only a proxy or AWS gives. */
const kinds: readonly (readonly [name: string, kind: SecretKind, value: string])[] = [
  ['password', 'password', 'Hunter2-corpus!'],
  ['password with quotes', 'password', 'Corp"us\\Pass/word 1?'],
  ['password beyond ASCII', 'password', 'Pässwörter-Corpüs-1'],
  ['password in Chinese', 'password', '密码语料库一二三'],
  ['client secret', 'client secret', '1corpus2client3secret4of5fifty6characters7or8more9a'],
  ['secret hash', 'secret hash', 'q8Xo3tHc0rPuS5eCr3tHa5hV4lu3zZ1yW2xV3uT4sR0='],
  ['session', 'session', `AYAB${'c0rpusSessi0n'.repeat(10)}`],
  ['code', 'code', '918273'],
  ['TOTP secret', 'totp secret', 'CORPUSTOTPSECRETTHATGUARDSNOTHING22A'],
  ['otpauth URI', 'otpauth uri', 'otpauth://totp/A:b?secret=CORPUSTOTPSECRET234567&issuer=A'],
  ['secret block', 'secret block', `c0rpus+Bl0ck/${'aB3dE6gH9'.repeat(20)}==`],
  ['password proof', 'signature', 'c0rpu5Pr00f+W1th/5laSh3sAndPlus+Signs/0A='],
  ['private SRP value', 'srp private', `c0de${'0f1e2d3c4b5a6978'.repeat(8)}`],
  ['id token', 'id token', 'eyJraWQiOiJjIn0.eyJzdWIiOiJjb3JwdXMifQ.Y29ycHVzU2lnbmF0dXJl'],
  ['access token', 'access token', 'eyJraWQiOiJhIn0.eyJ1c2UiOiJjb3JwdXMifQ.QWNjZXNzQ29ycHVzU2ln'],
  ['refresh token', 'refresh token', 'eyJjdHkiOiJKV1QifQ.c29ycHVz.aXZJdkl2.dGV4dFRleHQ.dGFnVGFn'],
  ['device password', 'device secret', 'dGhlQ29ycHVzRGV2aWNlUGFzc3dvcmQ0MEJ5dGVzQmFzZTY0'],
  ['passkey key', 'passkey key', 'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgCorpus'],
  ['device fingerprint', 'context data', 'eyJwYXlsb2FkIjoiY29ycHVzLWZpbmdlcnByaW50In0='],
  ['custom answer', 'custom answer', 'the third corpus of my first house'],
  ['feedback token', 'feedback token', 'corpusFeedbackToken_0123456789'],
  ['Basic credentials', 'header', 'Basic cHJveHk6Y29ycHVzLXNlY3JldA=='],
  ['cookie', 'header', 'sid=s%3Acorpus.0123456789abcdef; theme=dark'],
  ['AWS secret key', 'header', 'wJalrXUtnFEMIcorpusK7MDENGbPxRfiCYEXAMPLEKEY'],
]

/** Encodings in which a file can hold a secret without anybody seeing it. */
export const encodings: Readonly<Record<string, (value: string) => string>> = {
  'as it is': (value) => value,
  base64: (value) => base64Of(`x=${value};`),
  base64url: (value) =>
    base64Of(`{"v":${JSON.stringify(value)}}`)
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', ''),
  hex: (value) => bytesToHex(utf8ToBytes(value)),
  percent: (value) => bytesToHex(utf8ToBytes(value)).replace(/../g, '%$&'),
  'JSON in JSON': (value) => JSON.stringify(JSON.stringify({ v: value })),
  'split lines': (value) => value.replace(/.{1,5}/gsu, '$&\n    '),
}

/** Places of a HAR file, as browsers, proxies and people fill them. */
const places: Readonly<Record<string, (value: string) => object>> = {
  'a member of a request': (value) => ({ request: { postData: { text: json({ Any: value }) } } }),
  'a text in a request': (value) => ({ request: { postData: { text: `any=1&q=${value}&z=2` } } }),
  'a member of an answer': (value) => ({ response: { content: { text: json({ any: [value] }) } } }),
  'a page instead of an answer': (value) => ({
    response: { content: { text: `<html><p title="a">${value}</p></html>` } },
  }),
  'a request header': (value) => ({ request: { headers: [{ name: 'x-any', value }] } }),
  'a response header': (value) => ({ response: { headers: [{ name: 'x-any', value }] } }),
  'a query': (value) => ({ request: { url: `https://host.example/path?any=${value}&z=1` } }),
  'a path': (value) => ({ request: { url: `https://host.example/${value}/end` } }),
  'a comment': (value) => ({ comment: `seen ${value} there` }),
  'the name of a member': (value) => ({ request: { postData: { text: json({ [value]: 1 }) } } }),
}

const json = (value: unknown): string => JSON.stringify(value)

/** One file of the corpus: a HAR with one secret in one place in one encoding. */
export interface CorpusFile {
  readonly title: string
  readonly kind: SecretKind
  readonly value: string
  readonly har: object
}

/** Every kind of secret at every place in this encoding. */
export const corpusFiles = (encoding: string): readonly CorpusFile[] =>
  kinds.flatMap(([name, kind, value]) =>
    Object.entries(places).map(([place, entry]) => ({
      title: `${name}, ${encoding}, in ${place}`,
      kind,
      value,
      har: harWith(entry(encodings[encoding]?.(value) ?? value)),
    })),
  )

/** A HAR file of one call with nothing else to hide. */
function harWith(entry: {
  readonly request?: object
  readonly response?: object
  readonly comment?: string
}): object {
  const { request, response, ...more } = entry
  const started = '2026-01-31T12:00:00.000Z'
  const timings = { blocked: -1, dns: 4, connect: 30, ssl: 20, send: 1, wait: 80.5, receive: 2 }
  const common = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, bodySize: 120 }
  const headers = [{ name: 'content-type', value: 'application/x-amz-json-1.1' }]
  const whole = {
    startedDateTime: started, time: 137.5, cache: {}, timings,
    serverIPAddress: '198.51.100.5',
    request: {
      ...common, method: 'POST', url: 'https://cognito-idp.eu-west-1.amazonaws.com/',
      headers, queryString: [], ...request,
    },
    response: {
      ...common, status: 200, statusText: 'OK', redirectURL: '',
      headers, content: { size: 40, mimeType: 'application/json', text: '{"Any":1}' },
      ...response,
    },
    ...more,
  }
  const creator = { name: 'corpus', version: '1' }
  return { log: { version: '1.2', creator, pages: [], entries: [whole] } }
}

const base64Of = (value: string): string => base64.encode(utf8ToBytes(value))
