import { expect, it } from 'vitest'
import vector from '#engine/vectors/srp-amplify-android.json' with { type: 'json' }
import { cli } from './command-line-under-test.ts'

const values = {
  poolName: vector.poolName,
  username: vector.username,
  password: vector.password,
  a: vector.a_hex,
  SALT: vector.SALT,
  SRP_B: vector.SRP_B,
  A: vector.A_hex,
  u: vector.u_decimal,
  x: vector.x_decimal,
  S: vector.S_decimal,
  K: vector.hkdf_key_base64,
  SECRET_BLOCK: vector.SECRET_BLOCK,
  TIMESTAMP: vector.TIMESTAMP,
  PASSWORD_CLAIM_SIGNATURE: vector.PASSWORD_CLAIM_SIGNATURE,
}

it('srp-check finds nothing wrong with values that Amplify Android recorded', async () => {
  const { out, status } = await cli('srp-check -', { input: JSON.stringify(values) })
  expect(out).not.toContain('wrong')
  expect(status).toBe(0)
})

it('srp-check names the wrong step and exits with its own status', async () => {
  const input = JSON.stringify({ ...values, PASSWORD_CLAIM_SIGNATURE: 'AAAA' })
  const { out, status } = await cli('srp-check - --json', { input })
  expect(status).toBe(4)
  const { checks } = JSON.parse(out) as { checks: { name: string; verdict: string }[] }
  expect(checks.filter(({ verdict }) => verdict === 'wrong')).toMatchObject([{ name: 'signature' }])
})

it('says that there are no SRP values where there are none', async () => {
  const { errors, status } = await cli('srp-check -', { input: 'nothing: of this kind' })
  expect(errors).toContain('There are no SRP values in it.')
  expect(status).toBe(1)
})
