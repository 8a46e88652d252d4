import type { AppClient } from '../wire/app-client.ts'
import type { Automatic } from './automatic-answers/index.ts'
import type { Computed, NotComputable } from './computed.ts'
import type { Ports } from './ports.ts'
import type { WireValues } from '../wire/wire-values.ts'
import type { AccountOperation } from './define-operation.ts'
import type { Field, ComputedValue } from './field.ts'
import type { TriggerExecution } from './trigger-sequence.ts'

/** What a flow makes its AuthParameters from. */
export interface FlowContext {
  readonly client: AppClient
  readonly ports: Ports
  /** Values as given, by wire key. */
  readonly inputs: WireValues
  /** True when AdminInitiateAuth begins the sign-in. */
  readonly asAdmin?: boolean
}

/** One value of AuthFlow, or another way to tokens, with all that the application says and does about it. */
export interface Flow<Name extends string = string> {
  readonly name: Name
  readonly title: string
  /** What it is for and when to choose it, in a sentence or two. */
  readonly why: string
  /** The flag in the app client's ExplicitAuthFlows that allows it; absent where it needs none. */
  readonly appClientFlag?: string
  /** The automatic answers that can matter: to challenges that may follow, or to a new device. */
  readonly automatic: readonly Automatic[]
  readonly fields: readonly Field[]
  readonly computed: readonly ComputedValue[]
  /** The operation that is called in InitiateAuth’s place, with the parameters as its members. */
  readonly operation?: AccountOperation
  /** Why Cognito refuses this flow from InitiateAuth, in a sentence; then it is not sent. */
  readonly refused?: string
  /** Why an administrator's call of it is refused, in a sentence. */
  readonly refusedAsAdmin?: string
  /** The triggers that InitiateAuth runs, in order, with what each gets of its ClientMetadata. */
  readonly triggers: (inputs: Readonly<Record<string, string>>) => readonly TriggerExecution[]
  /** Makes AuthParameters (without SECRET_HASH, which the wire adds for every flow). */
  readonly parameters: (context: FlowContext) => Computed | NotComputable
  /** Whose name SECRET_HASH is computed over: the USERNAME sent, or one that is only for the hash. */
  readonly hashName: (inputs: WireValues) => string
}

/** Keeps the literal name in the type, so that the list of flows can be checked against the SDK. */
export const defineFlow = <const Name extends string>(flow: Flow<Name>): Flow<Name> => flow
