import { describe, expect, it } from 'vitest'
import {
  validateClientId,
  validateEndpoint,
  validatePoolId,
  validateRegion,
  poolIdWithin,
  regionOf,
  warningAboutEndpoint,
} from './profile-checks.ts'

describe('a user pool ID', () => {
  it.each([
    ['us-east-1_AbCdEf123', 'us-east-1'],
    ['us-gov-west-1_x', 'us-gov-west-1'],
    ['eusc-de-east-1_Ab12', 'eusc-de-east-1'],
    ['local_2qVa7', undefined],
    ['us-east-1', undefined],
    ['', undefined],
  ])('%s has the region %s', (id, region) => {
    expect(regionOf(id)).toBe(region)
  })

  it.each([
    [
      'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbC',
      /ARN.*: us-east-1_AbC\.$/,
    ],
    ['https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Zz9', /in it is eu-west-1_Zz9\.$/],
    ['us-east-1:0f1e2d3c-0000-4a4a-8b8b-123456789abc', /identity pool/],
    ['5t3yaozcgp1zmi6hvwlr72quu1', /app client ID/],
    ['us-east-1_AbC ', /space/],
    ['us-east-1-AbC', /underscore/],
    ['AbC_123', /“AbC”/],
    [`us-east-1_${'a'.repeat(50)}`, /55/],
  ])('is not %s, and the message says what it is', (text, sentence) => {
    expect(validatePoolId(text)).toMatch(sentence)
  })

  it('of a server that imitates Cognito may lack a region', () => {
    expect(validatePoolId('local_2qVa7')).toMatch(/region/)
    expect(validatePoolId('local_2qVa7', 'http://127.0.0.1:9229')).toBeUndefined()
    expect(validateRegion('local', '', 'http://127.0.0.1:9229')).toBeUndefined()
  })

  it('is found in a longer string that is pasted', () => {
    expect(
      poolIdWithin(
        'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_A1/.well-known/jwks.json',
      ),
    ).toBe('us-east-1_A1')
  })
})

describe('an app client ID', () => {
  it.each([
    ['us-east-1_AbCdEf123', /user pool ID/],
    ['0f1e2d3c-0000-4a4a-8b8b-123456789abc', /UUID/],
    ['5t3yaozc gp1zmi6h', /space/],
    ['my-client', /letters/],
  ])('is not %s', (text, sentence) => {
    expect(validateClientId(text)).toMatch(sentence)
  })

  it('is anything that Cognito’s pattern allows', () => {
    expect(validateClientId('5t3yaozcgp1zmi6hvwlr72quu1')).toBeUndefined()
    expect(validateClientId('My_client+1')).toBeUndefined()
  })
})

describe('a region', () => {
  it('other than that of the pool is refused, because its app client exists only there', () => {
    expect(validateRegion('eu-west-1', 'us-east-1_AbC')).toMatch(/in us-east-1, not in/)
    expect(validateRegion('us-east-1', 'us-east-1_AbC')).toBeUndefined()
  })
  it('is not a name from the console', () => {
    expect(validateRegion('Ireland')).toMatch(/looks like/)
  })
})

describe('an endpoint', () => {
  it.each([
    'https://cognito-idp.us-east-1.amazonaws.com',
    'http://127.0.0.1:9229',
    'http://[::1]:1/',
  ])('may be %s', (text) => {
    expect(validateEndpoint(text)).toBeUndefined()
    expect(warningAboutEndpoint(text)).toBeUndefined()
  })
  it.each([
    ['127.0.0.1:9229', /begins with/],
    ['ftp://host', /begins with/],
    ['https://user:word@host', /Remove the user name/],
    ['https://host/?a=b', /query and fragment/],
    ['https://ho st', /space/],
    ['https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC', /issuer/],
    ['https://shop.auth.us-east-1.amazoncognito.com', /managed login/],
  ])('is not %s', (text, sentence) => {
    expect(validateEndpoint(text)).toMatch(sentence)
  })
  it('without TLS is warned about, unless it is on this machine', () => {
    expect(warningAboutEndpoint('http://10.0.0.1:9229')).toMatch(/in plain text/)
    expect(warningAboutEndpoint('http://127.0.0.1.evil.example')).toMatch(/in plain text/)
  })
})
