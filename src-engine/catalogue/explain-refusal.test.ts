import { expect, it } from 'vitest'
import { explainFailure } from './explain-failure.ts'
import { explainRefusal } from './explain-refusal.ts'

const explain = (error: string, message: string, more = {}) =>
  explainRefusal({ operation: 'InitiateAuth', error, message, ...more })

/** Texts of the service, with the title of the case that each must find. */
const documented: readonly (readonly [error: string, message: string, title: string])[] = [
  ['NotAuthorizedException', 'Incorrect username or password.', 'Incorrect user name or password'],
  [
    'NotAuthorizedException',
    'Client 1example23456789 is configured with secret but SECRET_HASH was not received',
    'The client secret is missing',
  ],
  [
    'NotAuthorizedException',
    'Unable to verify secret hash for client 1example23456789',
    'The secret hash is wrong',
  ],
  [
    'NotAuthorizedException',
    'SecretHash does not match for the client: 1example23456789',
    'The secret hash is of another name',
  ],
  ['NotAuthorizedException', 'Password attempts exceeded', 'Locked out for a while'],
  ['NotAuthorizedException', 'User is disabled.', 'The user is disabled'],
  [
    'NotAuthorizedException',
    'Temporary password has expired and must be reset by an administrator.',
    'The temporary password has expired',
  ],
  [
    'NotAuthorizedException',
    'User account has expired, it must be reset by an administrator.',
    'The temporary password has expired',
  ],
  ['NotAuthorizedException', 'Invalid session for the user.', 'The session is not valid'],
  [
    'NotAuthorizedException',
    'Invalid session for the user, session is expired.',
    'The session has expired',
  ],
  [
    'NotAuthorizedException',
    'Invalid session for the user, session can only be used once.',
    'The session was already used',
  ],
  ['NotAuthorizedException', 'Refresh Token has been revoked', 'The refresh token was revoked'],
  ['NotAuthorizedException', 'Refresh Token has expired', 'The refresh token has expired'],
  ['NotAuthorizedException', 'Invalid Refresh Token', 'The refresh token is invalid'],
  [
    'NotAuthorizedException',
    'Unable to login because of security reasons.',
    'Refused by threat protection',
  ],
  [
    'NotAuthorizedException',
    'Request not allowed due to security reasons.',
    'Refused by threat protection',
  ],
  [
    'NotAuthorizedException',
    'A client attempted to write unauthorized attribute',
    'This client may not write that attribute',
  ],
  [
    'InvalidParameterException',
    'USER_PASSWORD_AUTH flow not enabled for this client',
    'USER_PASSWORD_AUTH is off',
  ],
  [
    'InvalidParameterException',
    'USER_SRP_AUTH is not enabled for the client.',
    'USER_SRP_AUTH is off',
  ],
  ['InvalidParameterException', 'CUSTOM_AUTH is not enabled for the client.', 'CUSTOM_AUTH is off'],
  ['InvalidParameterException', 'Auth flow not enabled for this client', 'This flow is off'],
  [
    'InvalidParameterException',
    'Initiate Auth method not supported.',
    'Not a flow of this operation',
  ],
  ['InvalidParameterException', 'Invalid device key given.', 'The device key is invalid'],
  [
    'InvalidParameterException',
    'Only custom auth (lambda driven) is enabled for this client.',
    'Only CUSTOM_AUTH is on',
  ],
  ['InvalidParameterException', 'Missing required parameter SRP_A', 'A parameter is missing'],
  [
    'InvalidParameterException',
    'Custom auth lambda trigger is not configured for the user pool.',
    'The pool has no custom challenge',
  ],
  [
    'InvalidParameterException',
    'Selected challenge is not available',
    'That factor is not available',
  ],
  [
    'InvalidParameterException',
    'Invalid attributes given, given_name is missing',
    'A required attribute is missing',
  ],
  [
    'InvalidParameterException',
    'Cannot modify an already provided email',
    'An attribute was sent back',
  ],
  [
    'InvalidParameterException',
    'Cannot modify the non-mutable attribute email',
    'This attribute cannot be changed',
  ],
  [
    'InvalidParameterException',
    "2 validation errors detected: Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 6; …",
    'A value breaks the API’s limits',
  ],
  ['UserNotFoundException', 'User does not exist.', 'No such user'],
  ['UserNotFoundException', 'Username/client id combination not found.', 'No such user'],
  ['UserNotConfirmedException', 'User is not confirmed.', 'The user is not confirmed'],
  [
    'PasswordResetRequiredException',
    'Password reset required for the user',
    'The password must be reset',
  ],
  ['CodeMismatchException', 'Invalid code received for user', 'The authenticator’s code is wrong'],
  ['CodeMismatchException', 'Invalid code or auth state for the user.', 'The code is wrong'],
  [
    'ExpiredCodeException',
    'Invalid code provided, please request a code again.',
    'The code has expired',
  ],
  [
    'ExpiredCodeException',
    'Your software token has already been used once.',
    'This code was already used',
  ],
  [
    'ResourceNotFoundException',
    'User pool client 1example23456789 does not exist.',
    'No such app client',
  ],
  ['ResourceNotFoundException', 'Device does not exist.', 'The device is not known'],
  [
    'UserLambdaValidationException',
    'PreAuthentication failed with error Cannot authenticate users from this user pool app client.',
    'The PreAuthentication trigger refused',
  ],
  [
    'UserLambdaValidationException',
    "CreateAuthChallenge failed with error 'challengeMetaData'.",
    'The CreateAuthChallenge trigger refused',
  ],
  [
    'InvalidLambdaResponseException',
    'Unrecognizable lambda output',
    'The trigger’s output cannot be read',
  ],
  [
    'InvalidPasswordException',
    'Password did not conform with policy: Password not long enough',
    'The new password breaks the policy',
  ],
  [
    'PasswordHistoryPolicyViolationException',
    'Password has previously been used',
    'The password was used before',
  ],
  [
    'AliasExistsException',
    'An account with the given email already exists.',
    'The alias belongs to another user',
  ],
  [
    'AliasExistsException',
    'An account with the email already exists.',
    'The alias belongs to another user',
  ],
  [
    'InvalidSmsRoleTrustRelationshipException',
    'Role does not have a trust relationship allowing Cognito to assume the role',
    'The SMS role does not trust Cognito',
  ],
  ['ForbiddenException', 'Request not allowed due to WAF block.', 'Blocked by the firewall'],
  [
    'ForbiddenException',
    'Request not allowed due to WAF captcha.',
    'The firewall requires a captcha',
  ],
]

it.each(documented)('%s “%s” is matched to its own case', (error, message, title) => {
  for (const text of [message, message.replace(/\.$/, ''), `${message.replace(/\.$/, '')}.`])
    expect(explain(error, text)).toMatchObject({ title, known: 'text' })
})

it.each([
  'UnexpectedLambdaException',
  'TooManyRequestsException',
  'InternalErrorException',
  'MFAMethodNotFoundException',
  'UnknownOperationException',
  'SerializationException',
  'MissingAuthenticationTokenException',
  'ThrottlingException',
  'AccessDeniedException',
  'InvalidSignatureException',
  'UnrecognizedClientException',
])('%s is explained by its name when its message is unknown', (error) => {
  const explanation = explain(error, 'Something new.')
  expect(explanation.known).toBe('name')
  expect(explanation.title).not.toBe(error)
})

it('explains which clients sign for another service', () => {
  const message = "Credential should be scoped to correct service: 'cognito-idp'."
  const explanation = explain('InvalidSignatureException', message)
  expect(explanation.title).toBe('The call was signed for another service or region')
  expect(explanation.causes[0]?.cause).toContain('cognito-idp-fips')
})

it('shows an unknown exception in full', () => {
  expect(explain('BrandNewException', 'a new text')).toMatchObject({
    title: 'BrandNewException',
    known: 'unknown',
  })
  expect(explain('BrandNewException', 'a new text').meaning).toContain('“a new text”')
  expect(explain('TierChangeNotAllowedException', '').meaning).toContain(
    'Cognito API does not define',
  )
})

const first = (refusal: Parameters<typeof explainRefusal>[0]) =>
  explainRefusal(refusal).causes[0]?.cause

it('ranks the causes of “Incorrect username or password.” by the call', () => {
  const wrong = { error: 'NotAuthorizedException', message: 'Incorrect username or password.' }
  const answer = { ...wrong, operation: 'RespondToAuthChallenge' }
  const begin = { ...wrong, operation: 'InitiateAuth' }
  expect(first({ ...begin, flow: 'USER_PASSWORD_AUTH' })).toMatch(/password is wrong/)
  // SRP_A says nothing of the password, so a refusal there cannot be about it.
  expect(first({ ...begin, flow: 'USER_SRP_AUTH' })).toMatch(/does not exist/)
  expect(first({ ...answer, challenge: 'PASSWORD_VERIFIER' })).toMatch(/password is wrong/)
  expect(first({ ...answer, challenge: 'CUSTOM_CHALLENGE' })).toMatch(/DefineAuthChallenge/)
  const proof = explainRefusal({ ...answer, challenge: 'PASSWORD_VERIFIER' }).causes
  expect(proof.some(({ cause }) => cause.includes('TIMESTAMP'))).toBe(true)
  expect(proof.length).toBeGreaterThanOrEqual(12)
  const plain = explainRefusal({ ...begin, flow: 'USER_PASSWORD_AUTH' }).causes
  expect(plain.some(({ cause }) => cause.includes('TIMESTAMP'))).toBe(false)
})

it('names the parameter, attribute and flow of the message', () => {
  const cause = (message: string) =>
    first({ operation: 'InitiateAuth', error: 'InvalidParameterException', message })
  expect(cause('Missing required parameter SRP_A')).toContain('SRP_A')
  expect(cause('Invalid attributes given, given_name is missing')).toContain('“given_name”')
  expect(cause('Cannot modify an already provided email.')).toContain('“email”')
  expect(cause('USER_AUTH flow not enabled for this client')).toContain('ALLOW_USER_AUTH')
})

it('suggests the real username first when the hash of a refresh is wrong', () => {
  const message = 'Unable to verify secret hash for client 1'
  const refusal = { operation: 'InitiateAuth', error: 'NotAuthorizedException', message }
  expect(first({ ...refusal, flow: 'REFRESH_TOKEN_AUTH' })).toMatch(/real username/)
  expect(first({ ...refusal, challenge: 'SMS_MFA' })).toMatch(/USERNAME of this answer/)
})

it.each([
  'refused',
  'not found',
  'timed out',
  'reset',
  'cut off',
  'tls',
  'cancelled',
  'other',
  'redirect',
  'html',
  'not json',
  'empty',
  'not cognito',
])('says what to do after “%s”', (code) => {
  const { causes, meaning } = explainFailure({ code })
  expect(meaning).not.toBe('')
  expect(causes.length).toBeGreaterThan(0)
})

it('explains an unknown failure code, even one that is a property of every object', () => {
  for (const code of ['EWHATEVER', 'constructor', '__proto__'])
    expect(explainFailure({ code }).title).toBe('The call failed')
})
