import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openCredentials } from './aws-credentials.ts'

let folder: string
let now = 0
const keys = (id: string) => `[shop]\naws_access_key_id = ${id}\naws_secret_access_key = secret\n`

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aws-credentials-'))
  now = 0
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'))
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'))
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE'])
    vi.stubEnv(name, undefined)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

test('the named profile of ~/.aws is used, and its changed keys without a restart', async () => {
  const find = openCredentials(() => now)
  const file = join(folder, 'credentials')
  await writeFile(file, keys('AKIAFIRST'))
  const source = { kind: 'chain', profile: 'shop' } as const
  expect((await find(source)).accessKeyId).toBe('AKIAFIRST')
  await writeFile(file, keys('AKIASECOND'))
  expect((await find(source)).accessKeyId).toBe('AKIAFIRST')
  now += 61_000
  expect((await find(source)).accessKeyId).toBe('AKIASECOND')
})

test('missing credentials are reported with what to do', async () => {
  await expect(openCredentials()({ kind: 'chain' })).rejects.toThrow(/AWS_ACCESS_KEY_ID/)
  await expect(openCredentials()({ kind: 'chain', profile: 'none' })).rejects.toThrow(
    /aws configure --profile none/,
  )
})

test('an expired SSO session is reported with how to renew it', async () => {
  await writeFile(
    join(folder, 'config'),
    '[profile shop]\nsso_start_url = https://example.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 111122223333\nsso_role_name = Developer\n',
  )
  vi.stubEnv('HOME', folder)
  await expect(openCredentials()({ kind: 'chain', profile: 'shop' })).rejects.toThrow(
    /aws sso login --profile shop/,
  )
})

test('the practice pool needs no AWS account', async () => {
  await expect(openCredentials()({ kind: 'practice' })).resolves.toHaveProperty('accessKeyId')
})
