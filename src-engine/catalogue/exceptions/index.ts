import type * as Sdk from '@aws-sdk/client-cognito-identity-provider'
import type { CognitoException } from '../define-exception.ts'
import { accessDeniedException } from './access-denied-exception.ts'
import { aliasExistsException } from './alias-exists-exception.ts'
import { codeMismatchException } from './code-mismatch-exception.ts'
import { concurrentModificationException } from './concurrent-modification-exception.ts'
import { enableSoftwareTokenMfaException } from './enable-software-token-mfa-exception.ts'
import { expiredCodeException } from './expired-code-exception.ts'
import { featureUnavailableInTierException } from './feature-unavailable-in-tier-exception.ts'
import { forbiddenException } from './forbidden-exception.ts'
import { internalErrorException } from './internal-error-exception.ts'
import { invalidEmailRoleAccessPolicyException } from './invalid-email-role-access-policy-exception.ts'
import { invalidLambdaResponseException } from './invalid-lambda-response-exception.ts'
import { invalidParameterException } from './invalid-parameter-exception.ts'
import { invalidPasswordException } from './invalid-password-exception.ts'
import { invalidSignatureException } from './invalid-signature-exception.ts'
import { invalidSmsRoleAccessPolicyException } from './invalid-sms-role-access-policy-exception.ts'
import { invalidSmsRoleTrustRelationshipException } from './invalid-sms-role-trust-relationship-exception.ts'
import { invalidUserPoolConfigurationException } from './invalid-user-pool-configuration-exception.ts'
import { mfaMethodNotFoundException } from './mfa-method-not-found-exception.ts'
import { missingAuthenticationTokenException } from './missing-authentication-token-exception.ts'
import { notAuthorizedException } from './not-authorized-exception.ts'
import { operationNotEnabledException } from './operation-not-enabled-exception.ts'
import { passwordHistoryPolicyViolationException } from './password-history-policy-violation-exception.ts'
import { passwordResetRequiredException } from './password-reset-required-exception.ts'
import { resourceNotFoundException } from './resource-not-found-exception.ts'
import { serializationException } from './serialization-exception.ts'
import { softwareTokenMfaNotFoundException } from './software-token-mfa-not-found-exception.ts'
import { throttlingException } from './throttling-exception.ts'
import { tooManyRequestsException } from './too-many-requests-exception.ts'
import { unexpectedLambdaException } from './unexpected-lambda-exception.ts'
import { unknownOperationException } from './unknown-operation-exception.ts'
import { unrecognizedClientException } from './unrecognized-client-exception.ts'
import { unsupportedOperationException } from './unsupported-operation-exception.ts'
import { userLambdaValidationException } from './user-lambda-validation-exception.ts'
import { userNotConfirmedException } from './user-not-confirmed-exception.ts'
import { userNotFoundException } from './user-not-found-exception.ts'

const all = [
  notAuthorizedException,
  invalidParameterException,
  unsupportedOperationException,
  resourceNotFoundException,
  tooManyRequestsException,
  unexpectedLambdaException,
  userLambdaValidationException,
  invalidLambdaResponseException,
  invalidUserPoolConfigurationException,
  passwordResetRequiredException,
  userNotFoundException,
  userNotConfirmedException,
  internalErrorException,
  invalidSmsRoleAccessPolicyException,
  invalidSmsRoleTrustRelationshipException,
  invalidEmailRoleAccessPolicyException,
  operationNotEnabledException,
  forbiddenException,
  featureUnavailableInTierException,
  codeMismatchException,
  expiredCodeException,
  invalidPasswordException,
  passwordHistoryPolicyViolationException,
  mfaMethodNotFoundException,
  softwareTokenMfaNotFoundException,
  enableSoftwareTokenMfaException,
  concurrentModificationException,
  aliasExistsException,
  unknownOperationException,
  serializationException,
  missingAuthenticationTokenException,
  throttlingException,
  accessDeniedException,
  invalidSignatureException,
  unrecognizedClientException,
] as const

/** Exceptions that the SDK knows and the catalogue does not describe yet. */
export const exceptionsNotDescribedYet = [
  'UserImportInProgressException',
  'InternalServerException',
  'LimitExceededException',
  'TooManyFailedAttemptsException',
  'CodeDeliveryFailureException',
  'PreconditionNotMetException',
  'UnsupportedUserStateException',
  'UsernameExistsException',
  'UserPoolAddOnNotEnabledException',
  'WebAuthnChallengeNotFoundException',
  'WebAuthnClientMismatchException',
  'WebAuthnCredentialNotSupportedException',
  'WebAuthnNotEnabledException',
  'WebAuthnOriginNotAllowedException',
  'WebAuthnRelyingPartyMismatchException',
  'DeviceKeyExistsException',
  'GroupExistsException',
  'DuplicateProviderException',
  'ManagedLoginBrandingExistsException',
  'TermsExistsException',
  'TierChangeNotAllowedException',
  'UserPoolTaggingException',
  'InvalidOAuthFlowException',
  'ScopeDoesNotExistException',
  'UnsupportedIdentityProviderException',
  'RefreshTokenReuseException',
  'UnauthorizedException',
  'UnsupportedTokenTypeException',
  'WebAuthnConfigurationMissingException',
  'ServiceQuotaExceededException',
] as const

/** Every exception by its bare name. */
export const exceptions: ReadonlyMap<string, CognitoException> = new Map(
  all.map((exception) => [exception.name, exception]),
)

/** The names of the described exceptions. */
export type ExceptionName = (typeof all)[number]['name']

type InSdk = Exclude<
  Extract<keyof typeof Sdk, `${string}Exception`>,
  'CognitoIdentityProviderServiceException'
>
type Listed = ExceptionName | (typeof exceptionsNotDescribedYet)[number]
/**
 * Fails the type check when the SDK has an exception that neither list names. Not the reverse:
 * what stands before the service answers with exceptions that are not in its model.
 */
export const everyExceptionIsListed: Record<Listed, true> extends Record<InSdk, true>
  ? true
  : never = true
