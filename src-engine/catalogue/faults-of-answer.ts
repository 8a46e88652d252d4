import { Secret } from '../secret/secret.ts'
import type { PendingChallenge } from './pending-challenge.ts'
import { respondToAuthChallenge } from '../wire/respond-to-auth-challenge.ts'
import type { RequestFault } from './define-request-fault.ts'
import type { Field } from './field.ts'
import { requestFaults } from './fault-injection/index.ts'

/** A challenge that waits, and who answers it. */
export interface AnswerToCome {
  readonly pending: Pick<PendingChallenge, 'name' | 'parameters' | 'username'>
  /** What the answer is made of. */
  readonly fields: readonly Field[]
  readonly clientHasSecret: boolean
  /** The username as it was typed, which may be an alias. */
  readonly typedName: string
  /** Whether a session went out with an earlier call. */
  readonly sessionWasSent: boolean
}

/** The faults that have a place in an answer, found by making each of them in an example of it. */
export function faultsOfAnswer(answer: AnswerToCome): readonly RequestFault[] {
  const { pending, clientHasSecret, fields, sessionWasSent, typedName } = answer
  const session = Secret.of('session', 'an example')
  const client = {
    userPoolId: '',
    clientId: '',
    ...(clientHasSecret && { clientSecret: Secret.of('client secret', 'an example') }),
  }
  const values = fields.flatMap(({ name, sent }) => (sent ? [[name, '1'] as const] : []))
  const example = respondToAuthChallenge(
    client,
    { name: pending.name, session },
    pending.username,
    Object.fromEntries(values),
    {},
  )
  const context = {
    client,
    challenge: pending.name,
    parameters: pending.parameters,
    typedName,
    spentSessions: sessionWasSent ? [session] : [],
  }
  return [...requestFaults.values()].filter(({ make }) => make(example, context) !== undefined)
}
