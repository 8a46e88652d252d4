import type { Rule, RuleCode } from '../rule.ts'
import { refused } from './1000-refused.ts'
import { clientUnknown } from './1001-client-unknown.ts'
import { flowOff } from './1002-flow-off.ts'
import { customOnly } from './1003-custom-only.ts'
import { adminFlow } from './1006-admin-flow.ts'
import { refreshOff } from './1008-refresh-off.ts'
import { wrongPassword } from './1101-wrong-password.ts'
import { unknownUser } from './1102-unknown-user.ts'
import { passwordEdges } from './1103-password-edges.ts'
import { usernameEdges } from './1104-username-edges.ts'
import { refusedByMigration } from './1105-migration-refused.ts'
import { otherProfile } from './1107-other-profile.ts'
import { cliShorthand } from './1108-cli-shorthand.ts'
import { userDisabled } from './1110-user-disabled.ts'
import { userUnconfirmed } from './1111-user-unconfirmed.ts'
import { resetRequired } from './1112-reset-required.ts'
import { temporaryPasswordExpired } from './1113-temporary-password-expired.ts'
import { userNotFound } from './1114-user-not-found.ts'
import { codeUserUnknown } from './1115-code-user-unknown.ts'
import { noRecoveryChannel } from './1116-no-recovery-channel.ts'
import { aliasTaken } from './1117-alias-taken.ts'
import { usernameTaken } from './1118-username-taken.ts'
import { secretHashMissing } from './1201-secret-hash-missing.ts'
import { secretHashName } from './1202-secret-hash-name.ts'
import { clientSecretWrong } from './1203-client-secret-wrong.ts'
import { clientSecretForm } from './1204-client-secret-form.ts'
import { secretHashComputation } from './1205-secret-hash-computation.ts'
import { refreshHashName } from './1206-refresh-hash-name.ts'
import { clockSkew } from './1301-clock-skew.ts'
import { timestampForm } from './1302-timestamp-form.ts'
import { usernameOfProof } from './1303-username-of-proof.ts'
import { proofArithmetic } from './1304-proof-arithmetic.ts'
import { poolOfProof } from './1305-pool-of-proof.ts'
import { proofLate } from './1306-proof-late.ts'
import { proofMessage } from './1307-proof-message.ts'
import { sessionSpent } from './1401-session-spent.ts'
import { sessionExpired } from './1402-session-expired.ts'
import { sessionOutdated } from './1403-session-outdated.ts'
import { sessionOfAnother } from './1404-session-of-another.ts'
import { responseLost } from './1405-response-lost.ts'
import { totpClock } from './1501-totp-clock.ts'
import { totpSecret } from './1502-totp-secret.ts'
import { totpUsed } from './1503-totp-used.ts'
import { codeWrong } from './1504-code-wrong.ts'
import { codeForm } from './1505-code-form.ts'
import { codeOfNobody } from './1506-code-of-nobody.ts'
import { codeKey } from './1507-code-key.ts'
import { otherFactor } from './1508-other-factor.ts'
import { codeExpired } from './1509-code-expired.ts'
import { refreshDevice } from './1601-refresh-device.ts'
import { refreshTokenForm } from './1602-refresh-token-form.ts'
import { refreshOtherClient } from './1603-refresh-other-client.ts'
import { refreshRevoked } from './1604-refresh-revoked.ts'
import { refreshExpired } from './1605-refresh-expired.ts'
import { refreshReused } from './1606-refresh-reused.ts'
import { refreshOther } from './1607-refresh-other.ts'
import { accessTokenKind } from './1611-access-token-kind.ts'
import { accessExpired } from './1612-access-expired.ts'
import { accessScope } from './1613-access-scope.ts'
import { accessRevoked } from './1615-access-revoked.ts'
import { deviceUnknown } from './1701-device-unknown.ts'
import { deviceFirst } from './1702-device-first.ts'
import { deviceKeyInvalid } from './1703-device-key-invalid.ts'
import { deviceProof } from './1704-device-proof.ts'
import { passkeyProof } from './1705-passkey-proof.ts'
import { customFailed } from './1801-custom-failed.ts'
import { triggerThrew } from './1802-trigger-threw.ts'
import { lambdaOutput } from './1803-lambda-output.ts'
import { noCustomTrigger } from './1804-no-custom-trigger.ts'
import { lockedOut } from './1901-locked-out.ts'
import { throttled } from './1902-throttled.ts'
import { attemptLimit } from './1903-attempt-limit.ts'
import { wafBlock } from './1904-waf-block.ts'
import { threatProtection } from './1905-threat-protection.ts'
import { noAnswer } from './2000-no-answer.ts'
import { proxy } from './2001-proxy.ts'
import { certificate } from './2002-certificate.ts'
import { secretBlock } from './2003-secret-block.ts'
import { attributesSentBack } from './2201-attributes-sent-back.ts'
import { attributeMissing } from './2202-attribute-missing.ts'
import { passwordPolicy } from './2203-password-policy.ts'
import { passwordHistory } from './2204-password-history.ts'
import { parameterMissing } from './2205-parameter-missing.ts'
import { constraint } from './2206-constraint.ts'
import { attributeImmutable } from './2207-attribute-immutable.ts'
import { factorNotSetUp } from './2208-factor-not-set-up.ts'
import { choiceUnavailable } from './2209-choice-unavailable.ts'
import { contentType } from './2210-content-type.ts'
import { deviceUnconfirmed } from './2301-device-unconfirmed.ts'
import { tokenScope } from './2302-token-scope.ts'
import { rotationOn } from './2303-rotation-on.ts'
import { totpNotVerified } from './2304-totp-not-verified.ts'
import { emulator } from './2501-emulator.ts'
import { emulatorLacksOperation } from './2502-emulator-lacks-operation.ts'

/** Every rule, in the order of the codes. */
export const ruleList: readonly Rule[] = [
  refused,
  clientUnknown,
  flowOff,
  customOnly,
  adminFlow,
  refreshOff,
  wrongPassword,
  unknownUser,
  passwordEdges,
  usernameEdges,
  refusedByMigration,
  otherProfile,
  cliShorthand,
  userDisabled,
  userUnconfirmed,
  resetRequired,
  temporaryPasswordExpired,
  userNotFound,
  codeUserUnknown,
  noRecoveryChannel,
  aliasTaken,
  usernameTaken,
  secretHashMissing,
  secretHashName,
  clientSecretWrong,
  clientSecretForm,
  secretHashComputation,
  refreshHashName,
  clockSkew,
  timestampForm,
  usernameOfProof,
  proofArithmetic,
  poolOfProof,
  proofLate,
  proofMessage,
  sessionSpent,
  sessionExpired,
  sessionOutdated,
  sessionOfAnother,
  responseLost,
  totpClock,
  totpSecret,
  totpUsed,
  codeWrong,
  codeForm,
  codeOfNobody,
  codeKey,
  otherFactor,
  codeExpired,
  refreshDevice,
  refreshTokenForm,
  refreshOtherClient,
  refreshRevoked,
  refreshExpired,
  refreshReused,
  refreshOther,
  accessTokenKind,
  accessExpired,
  accessScope,
  accessRevoked,
  deviceUnknown,
  deviceFirst,
  deviceKeyInvalid,
  deviceProof,
  passkeyProof,
  customFailed,
  triggerThrew,
  lambdaOutput,
  noCustomTrigger,
  lockedOut,
  throttled,
  attemptLimit,
  wafBlock,
  threatProtection,
  noAnswer,
  proxy,
  certificate,
  secretBlock,
  attributesSentBack,
  attributeMissing,
  passwordPolicy,
  passwordHistory,
  parameterMissing,
  constraint,
  attributeImmutable,
  factorNotSetUp,
  choiceUnavailable,
  contentType,
  deviceUnconfirmed,
  tokenScope,
  rotationOn,
  totpNotVerified,
  emulator,
  emulatorLacksOperation,
]

/** The rules by their codes. */
export const rules: ReadonlyMap<string, Rule> = new Map(ruleList.map((rule) => [rule.code, rule]))

/** What is left to say where no other rule finds anything: of a refusal, and where no answer came. */
export const lastRules: readonly RuleCode[] = ['AS2502', 'AS1000', 'AS2000']

/** What says why no answer came, or none that could be read. */
export const rulesOfNoAnswer: readonly RuleCode[] = ['AS2001', 'AS2002']

/** What may be amiss although a call succeeded. */
export const rulesOfSuccess: readonly RuleCode[] = [
  'AS2301',
  'AS2302',
  'AS2303',
  'AS2304',
  'AS2003',
]
