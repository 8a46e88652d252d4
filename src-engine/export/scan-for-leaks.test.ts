import { describe, expect, test } from 'vitest'
import { Secret } from '../secret/secret.ts'
import { corpusFiles, encodings } from '../vectors/leak-corpus.ts'
import { scanForLeaks } from './scan-for-leaks.ts'

describe.each(Object.keys(encodings))('%s', (encoding) => {
  const files = corpusFiles(encoding)

  test('every kind of secret is found at every place of a HAR file', () => {
    expect(files.length).toBeGreaterThanOrEqual(200)
    const missed = files.filter(({ har, kind, value }) => {
      const leaks = scanForLeaks(JSON.stringify(har, null, 2), [Secret.of(kind, value)])
      return !leaks.some(({ code }) => code === 'known secret')
    })
    expect(missed.map(({ title }) => title)).toEqual([])
  })

  test('a file with none of these secrets passes', () => {
    const secrets = files.map(({ kind, value }) => Secret.of(kind, `${value}-other`))
    const others = corpusFiles('as it is').filter(({ value }) => !/[A-Z].*\d|eyJ|\d{6}/.test(value))
    expect(others.length).toBeGreaterThan(20)
    for (const { har, title } of others)
      expect(scanForLeaks(JSON.stringify(har), secrets), title).toEqual([])
  })
})

test('the place of a leak is that in the file, through every encoding', () => {
  const secret = Secret.of('password', 'Hunter2-corpus!')
  const text = `{"a": "${'x\\u00e4'.repeat(9)}", "b": "{\\"c\\": \\"Hunter2\\\\u002dcorpus!\\"}"}`
  const [leak] = scanForLeaks(text, [secret])
  expect(leak?.at).toBe(text.indexOf('Hunter2'))
  expect(leak?.message).toBe(`A password is in another encoding at character ${String(leak?.at)}.`)
})

test.each([
  '{"PASSWORD": "blue parrot"}',
  '{"text": "{\\"Session\\":\\"short one\\"}"}',
  '{"text": "{\\"a\\":\\"{\\\\\\"SECRET_HASH\\\\\\":\\\\\\"abcdef\\\\\\"}\\"}"}',
])('a secret member with a value that is no mark stops the file: %s', (text) => {
  expect(scanForLeaks(text, []).map(({ code }) => code)).toEqual(['secret member'])
})

test.each([
  '{"PASSWORD": "‹password 1a2b›"}',
  '{"PASSWORD": "$COGNITO_PASSWORD"}',
  '{"PASSWORD": "{{COGNITO_PASSWORD}}"}',
  '{"ANSWER": "SMS_MFA"}',
  '{"title": "PASSWORD"}',
])('a mark, a variable, and a choice are no leak: %s', (text) => {
  expect(scanForLeaks(text, [])).toEqual([])
})
