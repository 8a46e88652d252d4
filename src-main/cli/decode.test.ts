import { expect, test } from 'vitest'
import { cli } from './command-line-under-test.ts'

test('a token is read from standard input, and nonsense exits with an error', async () => {
  const token = `${Buffer.from('{"alg":"RS256","kid":"k"}').toString('base64url')}.${Buffer.from('{"token_use":"id","sub":"u\u001b[2J"}').toString('base64url')}.${'A'.repeat(342)}`
  const { out, status } = await cli('decode', { input: `${token}\n` })
  expect(status).toBe(0)
  expect(out).toContain('An ID token')
  expect(out).not.toContain('\u001b')
  expect(JSON.parse((await cli(`decode ${token} --json`)).out)).toMatchObject({ use: 'id' })
  const nonsense = await cli('decode -', { input: 'nonsense' })
  expect([nonsense.status, nonsense.out.split('No token').length - 1]).toEqual([1, 1])
  const nothing = await cli('decode', { input: '' })
  expect([nothing.status, nothing.errors]).toEqual([1, expect.stringContaining('no token in it')])
})
