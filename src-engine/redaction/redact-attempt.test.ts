import { expect, it } from 'vitest'
import type { Attempt } from '../trace/event.ts'
import { MarkRegistry } from '../trace/mark-registry.ts'
import { redactAttempt } from './redact-attempt.ts'

const attemptWith = (url: string, requestHeaders: Attempt['requestHeaders']): Attempt => ({
  number: 1,
  at: 0,
  method: 'POST',
  url,
  requestHeaders,
  requestBody: '{}',
  requestSize: 2,
  phases: {},
  connection: {},
})

it('marks what may be secret in the URL of a call, and in the headers that repeat it or name the page', () => {
  const code = 'c4nary-code-of-a-managed-login'
  const open = redactAttempt(
    attemptWith(`https://user:c4nary-password@idp.example/path?key=${code}`, [
      [':path', `/path?key=${code}`],
      ['Referer', `https://app.example/callback?state=c4nary-state&code=c4nary-other#c4nary-hash`],
      ['Origin', 'https://app.example'],
    ]),
    new MarkRegistry(new Uint8Array(16)),
  )
  expect(JSON.stringify(open)).not.toContain('c4nary')
  expect(open.url).toMatch(/^https:\/\/‹text \w+›@idp\.example\/path\?‹text \w+›$/)
  const [path, referer, origin] = open.requestHeaders.map(([, value]) => value)
  expect(path).toBe(open.url.replace(/^.*example/, ''))
  expect(referer).toMatch(/^https:\/\/app\.example\/callback\?‹text \w+›$/)
  expect(origin).toBe('https://app.example')
})

it('leaves a URL as it is that has neither a user nor a query, or was redacted before', () => {
  const marks = new MarkRegistry(new Uint8Array(16))
  const url = 'https://cognito-idp.eu-west-1.amazonaws.com/'
  expect(redactAttempt(attemptWith(url, [[':path', '/']]), marks)).toMatchObject({
    url,
    requestHeaders: [[':path', '/']],
  })
  const once = redactAttempt(attemptWith(`${url}?key=value-of-a-key`, []), marks)
  expect(redactAttempt(once, new MarkRegistry(new Uint8Array(16))).url).toBe(once.url)
})
