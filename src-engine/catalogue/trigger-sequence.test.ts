import { expect, it } from 'vitest'
import { metadataReach, refreshesWithMetadata } from './trigger-sequence.ts'
import { expectedTriggers } from './expected-triggers.ts'

const seen = (...call: Parameters<typeof expectedTriggers>) =>
  expectedTriggers(...call).map(({ gets, trigger }) => `${trigger} ${gets}`)

it('lets a person believe that the first round of a custom flow sees ClientMetadata', () => {
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

it('makes a custom challenge before the password that SRP_A asks for first', () => {
  const begun = seen('CUSTOM_AUTH', undefined, { CHALLENGE_NAME: 'SRP_A' })
  expect(begun).not.toContain('CreateAuthChallenge nothing')
  expect(seen('CUSTOM_AUTH', 'PASSWORD_VERIFIER')[0]).toBe('DefineAuthChallenge clientMetadata')
  expect(seen('USER_SRP_AUTH', 'PASSWORD_VERIFIER')).not.toContain(
    'DefineAuthChallenge clientMetadata',
  )
})

it('says that SRP or a code can migrate an unknown user, or that a password cannot', () => {
  const migrates = 'UserMigration validationData'
  expect(seen('USER_PASSWORD_AUTH')).toContain(migrates)
  expect(seen('USER_AUTH', undefined, { PREFERRED_CHALLENGE: 'PASSWORD' })).toContain(migrates)
  expect(seen('USER_AUTH', undefined, { PREFERRED_CHALLENGE: 'EMAIL_OTP' })).not.toContain(migrates)
  expect(seen('USER_SRP_AUTH')).not.toContain(migrates)
})

it('says that a refresh by InitiateAuth hands metadata on, or that GetTokens does not', () => {
  expect(metadataReach(expectedTriggers('REFRESH_TOKEN_AUTH'))).toBe(
    'Reaches no trigger. PreTokenGeneration runs in this call, too, and never sees it.',
  )
  expect(metadataReach(refreshesWithMetadata)).toBe('Reaches PreTokenGeneration as clientMetadata.')
})

it('takes an unknown challenge for one that runs nothing', () => {
  expect(seen('USER_AUTH', 'A_LATER_CHALLENGE')).toContain('PostAuthentication clientMetadata')
})
