import { accessTokenFact } from './access-token.ts'
import { clientSecretFact } from './client-secret.ts'
import { clientProbeFact } from './client-probe.ts'
import { codeFact } from './code.ts'
import type { FactDefinition, FactName } from './define-fact.ts'
import { historyFact, otherProfileFact } from './history.ts'
import { passwordFact } from './password.ts'
import { refreshHistoryFact } from './refresh-history.ts'
import { refreshTokenFact } from './refresh-token.ts'
import { secretHashFact } from './secret-hash.ts'
import { secretBlockFact } from './secret-block.ts'
import { srpAFact } from './srp-a.ts'
import { srpProofFact } from './srp-proof.ts'
import { throttlingFact } from './throttling.ts'
import { timestampFact } from './timestamp.ts'
import { totpCodeFact } from './totp-code.ts'
import { userIdForSrpFact } from './user-id-for-srp.ts'
import { usernameFact } from './username.ts'

/** Every fact that is computed of a call, in the order in which they are shown. */
export const callFacts: readonly FactDefinition[] = [
  usernameFact,
  userIdForSrpFact,
  clientSecretFact,
  secretHashFact,
  passwordFact,
  srpAFact,
  secretBlockFact,
  srpProofFact,
  timestampFact,
  totpCodeFact,
  codeFact,
  refreshTokenFact,
  accessTokenFact,
]

/** Every fact: those of a call, and those that are gathered before the first one. */
export const facts: readonly FactName[] = [
  ...callFacts,
  historyFact,
  otherProfileFact,
  refreshHistoryFact,
  clientProbeFact,
  throttlingFact,
]
