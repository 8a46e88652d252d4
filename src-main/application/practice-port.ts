import type { Practice } from '#contract/routes/practice.ts'
import type { RawTriggerExecution } from '#engine/redaction/redact-trigger-execution.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { PracticeProfile } from '#main/profiles/practice-profiles.ts'
import type { PracticeServer } from '#pool/practice-server.ts'

/** The practice pool as the application has it: nothing until it runs. */
export interface PracticePort {
  readonly state: () => Practice
  readonly profiles: () => readonly PracticeProfile[]
  /** What a practice user would type; the pool tells it to anyone, since it guards nothing. */
  readonly secretsOf: (
    clientId: string,
    username: string,
  ) => { readonly password?: Secret; readonly totpSecret?: Secret }
  /** What can be done to the pool that runs; absent when none does. */
  readonly atWork?: PracticeServer
  /** The triggers that ran for the call with this x-amzn-RequestId. */
  readonly triggersOf: (requestId: string) => readonly RawTriggerExecution[]
  readonly close: () => Promise<void>
}

/** What the application shows before the practice pool runs, or when it could not start. */
const notRunning: Practice = {
  running: false,
  endpoint: '',
  pools: [],
  outbox: [],
  faults: [],
  userChanges: [],
  unknownOperations: [],
  inputsWithoutEffect: [],
  srpXray: { on: false, reports: [] },
}

/** No practice pool. */
export const noPractice: PracticePort = {
  state: () => notRunning,
  profiles: () => [],
  secretsOf: () => ({}),
  triggersOf: () => [],
  close: () => Promise.resolve(),
}
