import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, test } from 'vitest'
import { challenges } from '../challenges/index.ts'
import type { Field } from '../field.ts'
import { flows } from '../flows/index.ts'
import { accountOperations } from '../operations/index.ts'
import { sensitiveMember } from '../sensitive-members.ts'
import { memberList, memberNamed, nameOf, secretMembers } from './member-list.ts'
import { nestedMembers } from './nested-members.ts'
import { sdkMembers, type SdkMember } from './sdk-members.ts'
import { serviceMembers } from './service-members.ts'

const members = sdkMembers(sdk)
const names = new Set(members.map(({ name }) => name))

/** Names of which some members are as this says, and some are not. */
const namesOfBoth = (isSo: (member: SdkMember) => boolean): readonly string[] =>
  [...names].filter((name) => {
    const alike = members.filter((member) => member.name === name)
    return alike.some(isSo) && !alike.every(isSo)
  })

describe('the list of members', () => {
  test('has an entry for every member of every operation that the SDK knows', () => {
    expect(names.size).toBeGreaterThan(250)
    const values = members.filter(({ isValue }) => isValue)
    expect(values.filter(({ name }) => !serviceMembers.has(name))).toEqual([])
  })

  test('has nothing that the SDK does not know, but the members of a refusal', () => {
    const invented = [...serviceMembers.keys()].filter((name) => !names.has(name))
    expect(invented.sort()).toEqual(['__type', 'code', 'message'])
  })

  test('calls nothing public that the SDK calls sensitive, but the client ID', () => {
    const readable = members.filter(
      ({ isSensitive, name, parent }) =>
        isSensitive && memberNamed(name, parent).sensitivity === 'public',
    )
    expect([...new Set(readable.map(({ name }) => name))]).toEqual(['ClientId'])
  })

  test('has an entry for the place where a name that the SDK calls sensitive is of something else', () => {
    const ofBoth = namesOfBoth(({ isSensitive }) => isSensitive)
    const plain = members.filter(({ isSensitive, name }) => ofBoth.includes(name) && !isSensitive)
    expect([...new Set(plain.map(({ name, parent }) => `${parent}.${name}`))]).toEqual([
      'TokenValidityUnits.AccessToken',
      'TokenValidityUnits.IdToken',
      'TokenValidityUnits.RefreshToken',
    ])
    expect(plain.filter(({ name, parent }) => !nestedMembers.has(`${parent}.${name}`))).toEqual([])
  })

  test('knows every name that is of a text in one operation and of a list or a structure in another', () => {
    const ofTwoKinds = ['value', 'list', 'map', 'structure'].flatMap((of) =>
      namesOfBoth(({ kind }) => kind === of),
    )
    // What these hold has entries of its own: a quota and its definition, sign-ins, terms.
    expect([...new Set(ofTwoKinds)].toSorted()).toEqual([
      'Attributes',
      'ChallengeResponses',
      'Limit',
      'Terms',
    ])
    expect(memberNamed('ChallengeName', 'ChallengeResponses').sensitivity).toBe('public')
  })

  test('has no place that the SDK does not have, but in maps and in WebAuthn’s documents', () => {
    const places = new Set(members.map(({ name, parent }) => `${parent}.${name}`))
    expect([...nestedMembers.keys()].filter((place) => !places.has(place))).toEqual([
      'ProviderDetails.client_secret',
      'ProviderDetails.private_key',
      'user.id',
      'user.name',
      'user.displayName',
      'rp.id',
      'rp.name',
    ])
  })

  const fields: readonly (readonly [string, Pick<Field, 'name' | 'sensitivity' | 'secretKind'>])[] =
    [
      ...[...flows.values()].flatMap(({ computed, fields: of, name }) =>
        [...of, ...computed].map((field) => [`${name}.${field.name}`, field] as const),
      ),
      ...[...challenges.values()].flatMap(({ fields: of, name }) =>
        of({}).map((field) => [`${name}.${field.name}`, field] as const),
      ),
      ...[...accountOperations.values()].flatMap(({ fields: of, name }) =>
        of.map((field) => [`${name}.${field.name}`, field] as const),
      ),
    ]
  test.each(fields)('handles the form’s field %s as the form does', (_, field) => {
    const value = field.sensitivity === 'public' && field.name === 'ANSWER' ? 'SMS_MFA' : ''
    const handled = sensitiveMember(field.name, value)
    expect(handled?.sensitivity ?? 'public').toBe(field.sensitivity)
    expect(handled?.kind).toBe(field.secretKind)
  })

  test('has one handling for each secret name, which is that of bodies and parameters', () => {
    const [ofPlaces, ofNames] = [new Set([...nestedMembers.keys()].map(nameOf)), memberList]
    for (const [name, kind] of secretMembers)
      if (ofNames.has(name) || !ofPlaces.has(name))
        expect(ofNames.get(name)).toEqual({ sensitivity: 'secret', kind })
  })
})

test.each([
  ['SomethingOfTomorrow', ''],
  ['constructor', ''],
  ['Username', 'ChallengeParameters'],
  ['TENANT', 'AuthParameters'],
  ['source', 'ClientMetadata'],
  ['client_id', 'ProviderDetails'],
])('%s in “%s”, which is in no list, is personal', (name, parent) => {
  expect(memberNamed(name, parent).sensitivity).toBe('personal')
})

test('a unit of a token’s validity is public, and a token in its place is not', () => {
  const parent = 'TokenValidityUnits'
  expect(sensitiveMember('AccessToken', 'hours', parent)).toBeUndefined()
  expect(sensitiveMember('AccessToken', 'eyJhbGci.e30.x', parent)?.kind).toBe('access token')
  expect(sensitiveMember('AccessToken', 'hours')?.kind).toBe('access token')
})

test.each(['client_secret', 'private_key'])(
  '%s, which the pool signs in to a provider with, is secret in ProviderDetails',
  (name) => {
    expect(sensitiveMember(name, 'x', 'ProviderDetails')?.kind).toBe('client secret')
    expect(memberNamed(name, 'ProviderDetails').sensitivity).toBe('secret')
  },
)
