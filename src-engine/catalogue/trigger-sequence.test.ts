import { expect, it } from 'vitest'
import { metadataReach, refreshesWithMetadata } from './trigger-sequence.ts'
import { expectedTriggers } from './expected-triggers.ts'

const seen = (...call: Parameters<typeof expectedTriggers>) =>
  expectedTriggers(...call).map(({ gets, trigger }) => `${trigger} ${gets}`)

it('says that the first round of a custom flow does not see ClientMetadata', () => {
  expect(seen('CUSTOM_AUTH')).toEqual([
    'PreAuthentication validationData',
    'DefineAuthChallenge nothing',
    'CreateAuthChallenge nothing',
  ])
  expect(metadataReach(expectedTriggers('CUSTOM_AUTH'))).toBe(
    'Reaches PreAuthentication as validationData. DefineAuthChallenge and CreateAuthChallenge run in this call, too, and never see it: send it with the first answer.',
  )
  expect(seen('CUSTOM_AUTH', 'CUSTOM_CHALLENGE').slice(0, 3)).toEqual([
    'VerifyAuthChallengeResponse clientMetadata',
    'DefineAuthChallenge clientMetadata',
    'CreateAuthChallenge clientMetadata',
  ])
})

it('creates no custom challenge before the password that SRP_A asks for', () => {
  const begun = seen('CUSTOM_AUTH', undefined, { CHALLENGE_NAME: 'SRP_A' })
  expect(begun).not.toContain('CreateAuthChallenge nothing')
  expect(seen('CUSTOM_AUTH', 'PASSWORD_VERIFIER')[0]).toBe('DefineAuthChallenge clientMetadata')
  expect(seen('USER_SRP_AUTH', 'PASSWORD_VERIFIER')).not.toContain(
    'DefineAuthChallenge clientMetadata',
  )
})

it('says that a password can migrate an unknown user, and SRP or a code cannot', () => {
  const migrates = 'UserMigration validationData'
  expect(seen('USER_PASSWORD_AUTH')).toContain(migrates)
  expect(seen('USER_AUTH', undefined, { PREFERRED_CHALLENGE: 'PASSWORD' })).toContain(migrates)
  expect(seen('USER_AUTH', undefined, { PREFERRED_CHALLENGE: 'EMAIL_OTP' })).not.toContain(migrates)
  expect(seen('USER_SRP_AUTH')).not.toContain(migrates)
})

it('says that GetTokensFromRefreshToken passes metadata on, and InitiateAuth does not', () => {
  expect(metadataReach(expectedTriggers('REFRESH_TOKEN_AUTH'))).toBe(
    'Reaches no trigger. PreTokenGeneration runs in this call, too, and never sees it.',
  )
  expect(metadataReach(refreshesWithMetadata)).toBe('Reaches PreTokenGeneration as clientMetadata.')
})

it('expects triggers after an unknown challenge too', () => {
  expect(seen('USER_AUTH', 'A_LATER_CHALLENGE')).toContain('PostAuthentication clientMetadata')
})
