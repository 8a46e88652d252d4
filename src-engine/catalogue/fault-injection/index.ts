import type { RequestFault } from '../define-request-fault.ts'
import { aliasInsteadOfUserId } from './alias-instead-of-user-id.ts'
import { attributesSentBack } from './attributes-sent-back.ts'
import { codeOfAnotherFactor } from './code-of-another-factor.ts'
import { cutRefreshToken } from './truncated-refresh-token.ts'
import { emailMfaAsName } from './email-mfa-as-name.ts'
import { noSecretHash } from './no-secret-hash.ts'
import { noSession } from './no-session.ts'
import { otherFactor } from './other-factor.ts'
import { secretHashOverAlias } from './secret-hash-over-alias.ts'
import { spentSession } from './spent-session.ts'
import { srpAOfZero } from './srp-a-of-zero.ts'
import { timestampInAnotherLanguage } from './timestamp-in-another-language.ts'
import { wrongClientSecret } from './wrong-client-secret.ts'
import { wrongCode } from './wrong-code.ts'
import { wrongProof } from './wrong-proof.ts'

const all: readonly RequestFault[] = [
  wrongProof,
  timestampInAnotherLanguage,
  srpAOfZero,
  aliasInsteadOfUserId,
  noSecretHash,
  secretHashOverAlias,
  wrongClientSecret,
  wrongCode,
  codeOfAnotherFactor,
  otherFactor,
  emailMfaAsName,
  attributesSentBack,
  noSession,
  spentSession,
  cutRefreshToken,
]

/** Every fault that can be made on purpose, by its name. */
export const requestFaults: ReadonlyMap<string, RequestFault> = new Map(
  all.map((fault) => [fault.name, fault]),
)
