import { expect, it } from 'vitest'
import { memberTitle } from './member-title.ts'

it('a member is read in the words of the wire, or of the list that defines it', () => {
  expect(memberTitle('run', 'state')).toBe('Outcome')
  expect(memberTitle('request', 'body.AuthParameters.SRP_A')).toBe('AuthParameters.SRP_A')
  expect(memberTitle('response', 'parameters.USERNAME')).toBe('ChallengeParameters.USERNAME')
  expect(memberTitle('response', 'availableChallenges.0')).toBe('AvailableChallenges[0]')
  expect(memberTitle('response', 'headers.date')).toBe('Header date')
  expect(memberTitle('claims', 'id.cognito:groups.0')).toBe('ID token: cognito:groups[0]')
  expect(memberTitle('claims', 'refresh')).toBe('Refresh token')
  expect(memberTitle('facts', 'secret-hash.over')).toBe('SECRET_HASH: computed over')
  expect(memberTitle('response', 'values.UserCode')).toBe('UserCode')
  expect(memberTitle('diagnosis', 'AS1101')).toBe('AS1101')
})

it('a member without a title is read as the words of its name', () => {
  expect(memberTitle('response', 'expiresIn')).toBe('Expires in')
  expect(memberTitle('run', 'graceSeconds')).toBe('Grace seconds')
  expect(memberTitle('facts', 'history.lastFullMs')).toBe('Earlier sign-ins: last full ms')
})
