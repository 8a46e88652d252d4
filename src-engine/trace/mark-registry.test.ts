import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reveal, Secret } from '../secret/secret.ts'
import { splitAtMarks } from './mark-text.ts'
import { openBody } from '../redaction/open-body.ts'
import { markPattern, MarkRegistry } from './mark-registry.ts'

const marks = () => new MarkRegistry(new Uint8Array(16).fill(1))

it('gives a secret one mark within a trace, and a different one in another trace', () => {
  const one = marks()
  const mark = one.mark(Secret.of('session', 'AYAB-one'))
  expect(mark).toMatch(/^‹session [0-9a-f]{4}›$/)
  expect(one.mark(Secret.of('session', 'AYAB-one'))).toBe(mark)
  expect(one.mark(Secret.of('session', 'AYAB-two'))).not.toBe(mark)
  const other = new MarkRegistry(utf8ToBytes('another salt....'))
  expect(other.mark(Secret.of('session', 'AYAB-one'))).not.toBe(mark)
})

it('never gives two secrets the same mark, however many there are', () => {
  const one = marks()
  const seen = new Set<string>()
  for (let index = 0; index < 3000; index += 1)
    seen.add(one.mark(Secret.of('code', String(100_000 + index))))
  expect(seen.size).toBe(3000)
  for (const mark of seen) expect(mark).toMatch(new RegExp(`^${markPattern.source}$`))
})

it('returns a secret for its mark, and nothing for an invented mark', () => {
  const one = marks()
  const mark = one.mark(Secret.of('password', 'pass-word'))
  const opened = one.open(mark)
  expect(opened && reveal(opened)).toBe('pass-word')
  expect(one.open('‹password 0000›')).toBeUndefined()
  expect(one.list()).toEqual([{ mark, kind: 'password', length: 9 }])
})

it('replaces a secret that an error message echoes', () => {
  const one = marks()
  const mark = one.mark(Secret.of('password', 'pass.word(1)'))
  expect(one.redact('Value pass.word(1) at password')).toBe(`Value ${mark} at password`)
})

it('replaces a code that stands alone and leaves longer numbers intact', () => {
  const one = marks()
  const mark = one.mark(Secret.of('code', '123456'))
  expect(one.redact('code 123456, id 9123456, at 1234567')).toBe(
    `code ${mark}, id 9123456, at 1234567`,
  )
})

it('replaces the longer secret first when it contains another', () => {
  const one = marks()
  const short = one.mark(Secret.of('password', 'summer'))
  const long = one.mark(Secret.of('password', 'summer-2026'))
  expect(one.redact('summer-2026 summer')).toBe(`${long} ${short}`)
})

it('replaces nothing within marks that are already in the text', () => {
  const one = marks()
  const mark = one.mark(Secret.of('session', 'AYAB-one'))
  one.mark(Secret.of('password', 'session'))
  expect(one.redact(`Session is ${mark}.`)).toBe(`Session is ${mark}.`)
})

it('shows secrets as marks, other text redacted, and an empty secret as empty', () => {
  const one = marks()
  const mark = one.show(Secret.of('password', 'pass-word'))
  expect(one.show('is pass-word?')).toBe(`is ${mark}?`)
  expect(one.show(Secret.of('password', ''))).toBe('')
})

it('replaces secret members of a body and keeps every other character', () => {
  const one = marks()
  const body =
    '{ "AuthFlow" : "X",\n  "AuthParameters": {"PASSWORD":"a\\"b","USERNAME":"ana"} , "n": 1 }'
  const open = openBody(body, one)
  const [{ mark } = { mark: '' }] = one.list()
  expect(open).toBe(body.replace('"a\\"b"', `"${mark}"`))
  expect(reveal(one.open(mark) as Secret)).toBe('a"b')
})

it('replaces a secret member even when its value looks like nothing special', () => {
  const open = openBody('{"SMS_MFA_CODE":"1","Session":"x"}', marks())
  expect(open).toMatch(/^\{"SMS_MFA_CODE":"‹code [0-9a-f]+›","Session":"‹session [0-9a-f]+›"\}$/)
})

it('leaves the unit of a token’s validity as it is, and the same word elsewhere', () => {
  const body =
    '{"UserPoolClient":{"TokenValidityUnits":{"AccessToken":"hours","IdToken":"minutes"},"ClientName":"hours"}}'
  expect(openBody(body, marks())).toBe(body)
  expect(openBody('{"TokenValidityUnits":{"AccessToken":"s3cret"}}', marks())).not.toContain('s3c')
})

it('replaces what a pool signs in to a provider with', () => {
  const body = '{"ProviderDetails":{"client_id":"id-1","client_secret":"s3cret"}}'
  expect(openBody(body, marks())).toMatch(
    /^\{"ProviderDetails":\{"client_id":"id-1","client_secret":"‹client secret [0-9a-f]+›"\}\}$/,
  )
})

it('does not confuse a list element with the member before it', () => {
  const body = '{"Session":["public-text"],"AvailableChallenges":["PASSWORD","SMS_OTP"]}'
  expect(openBody('{"a":{"Session":"s3cret"},"list":["public-text"]}', marks())).toContain(
    '"list":["public-text"]',
  )
  expect(openBody(body, marks())).toContain('["PASSWORD","SMS_OTP"]')
})

it('marks a secret member whose value is an object or a number', () => {
  const one = marks()
  const open = openBody('{"SMS_MFA_CODE":918273,"Session":null}', one)
  expect(open).not.toContain('918273')
  expect(open).toContain('"Session":null')
})

it('finds a known secret in a body that is not JSON, or is truncated JSON', () => {
  const one = marks()
  one.mark(Secret.of('password', 'Hunter2-canary'))
  expect(openBody('<p>Hunter2-canary</p>', one)).not.toContain('canary')
  expect(openBody('{"message":"Hunter2-canary is wr', one)).not.toContain('canary')
})

it('finds a known secret in an unexpected member of JSON, whatever its escaping', () => {
  const one = marks()
  one.mark(Secret.of('password', 'Hunt"er\\canary'))
  const open = openBody(JSON.stringify({ message: 'Value Hunt"er\\canary is wrong' }), one)
  expect(open).not.toContain('canary')
  expect(JSON.parse(open)).toMatchObject({
    message: expect.stringContaining('‹password') as string,
  })
})

it('removes every secret value from any body, wherever it occurs', () => {
  const secretText = fc
    .string({ minLength: 6, maxLength: 40, unit: 'grapheme' })
    .filter((text) => text.trim().length >= 6 && !/^[\d\s]+$/.test(text))
    .map((text) => `c4nary${text}`)
  const member = fc.constantFrom('PASSWORD', 'Session', 'SMS_MFA_CODE', 'RefreshToken')
  fc.assert(
    fc.property(secretText, member, fc.string(), (value, name, other) => {
      const one = marks()
      one.mark(Secret.of('text', value))
      const body = JSON.stringify({ other, [name]: value, message: `bad ${value}`, list: [value] })
      const whole = openBody(body, one)
      expect(whole).not.toContain('c4nary')
      JSON.parse(whole)
    }),
  )
})

it('splits a text at its marks without losing anything between them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('‹code 12ab›', '‹', '›', '‹session 00ff›'))),
      (parts) => {
        const text = parts.join('')
        expect(
          splitAtMarks(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      },
    ),
  )
  expect(splitAtMarks('a ‹code 12ab› b').map(({ mark }) => mark)).toEqual([false, true, false])
})
