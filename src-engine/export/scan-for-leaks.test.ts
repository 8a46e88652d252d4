import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../secret/secret.ts'
import { corpusFiles, encodings } from '../vectors/leak-corpus.ts'
import { encodedForms } from './encoded-forms.ts'
import { scanForLeaks } from './scan-for-leaks.ts'
import { textLayers } from './text-layers.ts'

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

test.each([
  ['srp key', 'An SRP key'],
  ['id token', 'An ID token'],
  ['totp secret', 'A TOTP secret'],
  ['session', 'A session'],
] as const)('a leak of kind %s is called “%s”', (kind, name) => {
  const [leak] = scanForLeaks('x correct-horse-9 x', [Secret.of(kind, 'correct-horse-9')])
  expect(leak?.message).toBe(`${name} is in plain text at character 2.`)
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

/** Ways to write a value that may come one after the other. */
const writings: readonly ((value: string) => string)[] = [
  ...Object.values(encodings),
  (value) => JSON.stringify(value).slice(1, -1),
  (value) => JSON.stringify(value).replaceAll('/', '\\/').slice(1, -1),
  (value) =>
    value.replace(/[^\w]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (value) =>
    value.replace(/[^\w]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`),
  (value) => encodeURIComponent(value),
  (value) => latin1(value),
  (value) => new TextEncoder().encode(value).join(', '),
  (value) => value.toUpperCase(),
  (value) => Array.from(value).slice(3).join(''),
]

test('no value is passed over that a search for every form in every layer finds', () => {
  const value = fc.string({
    unit: fc.constantFrom(...Array.from('aZ09 /+-_%"\\\n\u00a0é密🔑')),
    minLength: 8,
    maxLength: 40,
  })
  const around = fc.constantFrom('', ' ', '\\', '\\n', '%', '%41', '\\\\u0041', '"', 'abc', 'é')
  fc.assert(
    fc.property(
      value.filter((text) => !/^\d+$/.test(text)),
      fc.array(fc.constantFrom(...writings), { maxLength: 3 }),
      fc.array(around, { maxLength: 4 }),
      around,
      (sought, chain, before, after) => {
        const written = chain.reduce((text, write) => write(text), sought)
        const text = `{"a": "${before.join('')}${written}${after}"}`
        const withoutWhitespace = (form: string) => form.replace(/\s/g, '')
        const isFound = textLayers(text).some((layer) =>
          [...encodedForms(sought)].some((form) =>
            layer.text.includes(layer.isWithoutWhitespace ? withoutWhitespace(form) : form),
          ),
        )
        const leaks = scanForLeaks(text, [Secret.of('password', sought)])
        expect(leaks.some(({ code }) => code === 'known secret')).toBe(isFound)
      },
    ),
    { numRuns: 1000 },
  )
})

test.each([
  [`{"PASSWORD":"a b"}`, ''],
  [`{"PASSWORD":"\\u0061bcd"}`, 'secret member'],
  [`{"PASSWORD":"   "}`, ''],
  [`{"PASSWORD":"\\\\$abc"}`, 'secret member'],
  [`{"t":"{\\"PASSWORD\\":\\"abcd\\"}"}`, 'secret member'],
  [`{"t":"{\\"PASSWORD\\":\\"\\"}"}`, ''],
  [`{"t":"{\\"PASSWORD\\":\\"    \\"}"}`, ''],
  [`{"t":"{\\"PASSWORD\\" : \\"abcd\\"}"}`, 'secret member'],
  [`{"t":"{\\n\\"PASSWORD\\" :\\n \\"abcd\\"}"}`, 'secret member'],
  [`{"t":"{%22PASSWORD%22:%22abcd%22}"}`, 'secret member'],
])('a secret member behind backslashes, whitespace and percent signs: %s', (text, code) => {
  expect(scanForLeaks(text, []).map((leak) => leak.code)).toEqual(code === '' ? [] : [code])
})

test('a password that is a word of the file’s own texts stops no export', () => {
  const text = '{"title": "The password is wrong", "typed": "wrong-1"}'
  expect(scanForLeaks(text, [Secret.of('password', 'wrong')])).toEqual([])
  expect(scanForLeaks(text, [Secret.of('password', 'wrong-1')])).toHaveLength(1)
})

test('a token and a random text that hang together are both found, at their places', () => {
  const random = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7'.repeat(3)
  const token = 'eyJraWQiOiJjIn0.eyJzdWIiOiJjb3JwdXMifQ.Y29ycHVzU2lnbmF0dXJl'
  const text = `x ${random}/${random}. ${random}+${token}`
  expect(scanForLeaks(text, []).map(({ at, code }) => [code, at])).toEqual([
    ['token', text.indexOf(token)],
    ['random text', text.indexOf(random)],
    ['random text', text.lastIndexOf(random)],
  ])
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
