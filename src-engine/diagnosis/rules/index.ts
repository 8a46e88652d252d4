import type { Rule, RuleCode } from '../rule.ts'
import { wrongPassword } from './1101-wrong-password.ts'
import { unknownUser } from './1102-unknown-user.ts'
import { passwordEdges } from './1103-password-edges.ts'
import { usernameEdges } from './1104-username-edges.ts'
import { refusedByMigration } from './1105-migration-refused.ts'
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
import { customFailed } from './1801-custom-failed.ts'

/** Every rule, in the order of the codes. */
export const ruleList: readonly Rule[] = [
  wrongPassword,
  unknownUser,
  passwordEdges,
  usernameEdges,
  refusedByMigration,
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
  customFailed,
]

/** The rules by their codes. */
export const rules: ReadonlyMap<string, Rule> = new Map(ruleList.map((rule) => [rule.code, rule]))

/** What may stand behind any failure, whatever its text. */
export const rulesOfEachFailure: readonly RuleCode[] = []

/** What may be amiss although a call succeeded. */
export const rulesOfSuccess: readonly RuleCode[] = []
