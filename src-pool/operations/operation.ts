import { readMembers, type JsonObject, type Members, type Values } from '../requests/members.ts'
import type { PracticeState } from '../state/practice-state.ts'

/** One operation of the service. */
export interface Operation {
  readonly name: string
  /** Only for an administrator: the call must be signed with AWS credentials. */
  readonly isSigned?: true
  /** Its input; each member that the SDK knows is in it. */
  readonly input: Members
  /**
   * Performs a call. Undefined is the answer of an operation that the model gives no output.
   * @throws Refusal when the service would refuse it
   */
  readonly call: (state: PracticeState, body: JsonObject) => Promise<object | undefined>
}

/** An operation from its input, as the service model has it, and what it does. */
export const defineOperation = <const M extends Members>(
  name: string,
  input: M,
  perform: (
    state: PracticeState,
    input: Values<M>,
  ) => object | undefined | Promise<object | undefined>,
): Operation => ({
  name,
  input,
  call: async (state, body) => perform(state, readMembers(input, body)),
})
