import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { serviceUrlOf } from '#engine/tokens/issuers.ts'
import { configuredEndpoint, derivedEndpoints } from './derived-endpoints.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-aws-'))
afterEach(() => {
  vi.unstubAllEnvs()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const urls = async (region: string) => (await derivedEndpoints(region)).map(({ url }) => url)

test.each([
  ['us-east-1', 'https://cognito-idp-fips.us-east-1.amazonaws.com'],
  ['us-gov-west-1', 'https://cognito-idp-fips.us-gov-west-1.amazonaws.com'],
])('of %s the FIPS endpoint is offered', async (region, url) => {
  expect(await urls(region)).toContain(url)
})

test.each([
  ['eu-west-1', 'https://cognito-idp.eu-west-1.amazonaws.com'],
  ['us-gov-west-1', 'https://cognito-idp.us-gov-west-1.amazonaws.com'],
  ['cn-north-1', 'https://cognito-idp.cn-north-1.amazonaws.com.cn'],
  ['eusc-de-east-1', 'https://cognito-idp.eusc-de-east-1.amazonaws.eu'],
])(
  'the regular endpoint of %s is that of the SDK, and is not offered twice',
  async (region, url) => {
    expect(serviceUrlOf(region)).toBe(url)
    expect(await configuredEndpoint(region)).toBeUndefined()
    expect(await urls(region)).not.toContain(url)
  },
)

test('a dual-stack endpoint of China has the suffix of its partition', async () => {
  expect((await urls('cn-north-1')).join(' ')).toContain('amazonwebservices.com.cn')
})

test('AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER comes first, before AWS_ENDPOINT_URL', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:4566')
  expect(await configuredEndpoint('eu-west-1')).toBe('http://127.0.0.1:4566')
  vi.stubEnv(
    'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER',
    'https://vpce-0a1b2c3d-x.cognito-idp.eu-west-1.vpce.amazonaws.com',
  )
  expect((await derivedEndpoints('eu-west-1'))[0]).toEqual({
    url: 'https://vpce-0a1b2c3d-x.cognito-idp.eu-west-1.vpce.amazonaws.com',
    note: 'configured in the environment or ~/.aws/config',
  })
  vi.stubEnv('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'true')
  expect(await configuredEndpoint('eu-west-1')).toBeUndefined()
})

test('AWS_USE_FIPS_ENDPOINT asks for the FIPS endpoint', async () => {
  vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true')
  expect(await configuredEndpoint('us-east-1')).toBe(
    'https://cognito-idp-fips.us-east-1.amazonaws.com',
  )
})

test('a profile of ~/.aws/config may name the endpoint of the service', async () => {
  const config = join(folder, 'config')
  writeFileSync(
    config,
    '[profile local]\nservices = mine\n[services mine]\ncognito_identity_provider =\n  endpoint_url = http://127.0.0.1:9229\n',
  )
  vi.stubEnv('AWS_CONFIG_FILE', config)
  expect(await configuredEndpoint('eu-west-1')).toBeUndefined()
  vi.stubEnv('AWS_PROFILE', 'local')
  expect(await configuredEndpoint('eu-west-1')).toBe('http://127.0.0.1:9229')
})
