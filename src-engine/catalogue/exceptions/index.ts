import type * as Sdk from '@aws-sdk/client-cognito-identity-provider'
import type { CognitoException } from '../define-exception.ts'
import { accessDeniedException } from './access-denied-exception.ts'
import { aliasExistsException } from './alias-exists-exception.ts'
import { codeDeliveryFailureException } from './code-delivery-failure-exception.ts'
import { codeMismatchException } from './code-mismatch-exception.ts'
import { concurrentModificationException } from './concurrent-modification-exception.ts'
import { deviceKeyExistsException } from './device-key-exists-exception.ts'
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
import { limitExceededException } from './limit-exceeded-exception.ts'
import { mfaMethodNotFoundException } from './mfa-method-not-found-exception.ts'
import { missingAuthenticationTokenException } from './missing-authentication-token-exception.ts'
import { notAuthorizedException } from './not-authorized-exception.ts'
import { operationNotEnabledException } from './operation-not-enabled-exception.ts'
import { passwordHistoryPolicyViolationException } from './password-history-policy-violation-exception.ts'
import { passwordResetRequiredException } from './password-reset-required-exception.ts'
import { refreshTokenReuseException } from './refresh-token-reuse-exception.ts'
import { resourceNotFoundException } from './resource-not-found-exception.ts'
import { serializationException } from './serialization-exception.ts'
import { softwareTokenMfaNotFoundException } from './software-token-mfa-not-found-exception.ts'
import { throttlingException } from './throttling-exception.ts'
import { tooManyFailedAttemptsException } from './too-many-failed-attempts-exception.ts'
import { tooManyRequestsException } from './too-many-requests-exception.ts'
import { unauthorizedException } from './unauthorized-exception.ts'
import { unexpectedLambdaException } from './unexpected-lambda-exception.ts'
import { unknownOperationException } from './unknown-operation-exception.ts'
import { unrecognizedClientException } from './unrecognized-client-exception.ts'
import { unsupportedOperationException } from './unsupported-operation-exception.ts'
import { unsupportedTokenTypeException } from './unsupported-token-type-exception.ts'
import { unsupportedUserStateException } from './unsupported-user-state-exception.ts'
import { userLambdaValidationException } from './user-lambda-validation-exception.ts'
import { userNotConfirmedException } from './user-not-confirmed-exception.ts'
import { userNotFoundException } from './user-not-found-exception.ts'
import { userPoolAddOnNotEnabledException } from './user-pool-add-on-not-enabled-exception.ts'
import { usernameExistsException } from './username-exists-exception.ts'
import { webAuthnChallengeNotFoundException } from './web-authn-challenge-not-found-exception.ts'
import { webAuthnClientMismatchException } from './web-authn-client-mismatch-exception.ts'
import { webAuthnConfigurationMissingException } from './web-authn-configuration-missing-exception.ts'
import { webAuthnCredentialNotSupportedException } from './web-authn-credential-not-supported-exception.ts'
import { webAuthnNotEnabledException } from './web-authn-not-enabled-exception.ts'
import { webAuthnOriginNotAllowedException } from './web-authn-origin-not-allowed-exception.ts'
import { webAuthnRelyingPartyMismatchException } from './web-authn-relying-party-mismatch-exception.ts'

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
  limitExceededException,
  tooManyFailedAttemptsException,
  codeDeliveryFailureException,
  usernameExistsException,
  userPoolAddOnNotEnabledException,
  unsupportedUserStateException,
  refreshTokenReuseException,
  unsupportedTokenTypeException,
  unauthorizedException,
  deviceKeyExistsException,
  webAuthnNotEnabledException,
  webAuthnConfigurationMissingException,
  webAuthnChallengeNotFoundException,
  webAuthnClientMismatchException,
  webAuthnRelyingPartyMismatchException,
  webAuthnOriginNotAllowedException,
  webAuthnCredentialNotSupportedException,
  unknownOperationException,
  serializationException,
  missingAuthenticationTokenException,
  throttlingException,
  accessDeniedException,
  invalidSignatureException,
  unrecognizedClientException,
] as const

/** Exceptions of the SDK that belong to the administration of pools, and to no call made here. */
export const exceptionsOfAdministration = [
  'UserImportInProgressException',
  'InternalServerException',
  'PreconditionNotMetException',
  'GroupExistsException',
  'DuplicateProviderException',
  'ManagedLoginBrandingExistsException',
  'TermsExistsException',
  'TierChangeNotAllowedException',
  'UserPoolTaggingException',
  'InvalidOAuthFlowException',
  'ScopeDoesNotExistException',
  'UnsupportedIdentityProviderException',
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
type Listed = ExceptionName | (typeof exceptionsOfAdministration)[number]
/**
 * Fails the type check when the SDK has an exception that neither list names. Not the reverse:
 * what is in front of the service answers with exceptions that are not in its model.
 */
export const everyExceptionIsListed: Record<Listed, true> extends Record<InSdk, true>
  ? true
  : never = true
