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

test('a long secret is found by its middle, in every encoding, also where that begins within a sign', () => {
  const long = `${'k9Q'.repeat(40)}${'🔑'.repeat(120)}${'Zx7'.repeat(41)}`
  for (const value of [long, `x${long}`, `${long}x`])
    for (const text of [
      value,
      JSON.stringify(value),
      encodeURIComponent(value),
      btoa(latin1(value)),
    ])
      expect(codesOf(text, value)).toContain('known secret')
  expect(codesOf(long.slice(0, 100), long)).toEqual([])
})

const codesOf = (text: string, value: string): readonly string[] =>
  scanForLeaks(`{"a": "${text}"}`, [Secret.of('session', value)]).map(({ code }) => code)

/** A text as the bytes of its UTF-8, a character for each. */
const latin1 = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')

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
