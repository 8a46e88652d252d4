import type { User } from '../state/pool.ts'
import type { TriggerContext } from '../state/practice-state.ts'
import {
  customMessage,
  filledMessage,
  messageRequest,
  type MessageReason,
} from '../triggers/custom-message.ts'
import { customEmailSender, customSmsSender } from '../triggers/custom-senders.ts'
import { triggerFunction } from '../invocation/trigger-function.ts'
import { messageTemplate } from './message-template.ts'
import { invoke, subjectOf } from '../invocation/invoke.ts'

/** A message with a code, before its words are found. */
interface Message {
  readonly reason: MessageReason
  readonly medium: 'SMS' | 'EMAIL'
  readonly destination: string
  readonly code: string
  /** What it says where neither a trigger nor the pool's settings word it. */
  readonly text: string
}

/**
 * Puts a message into the outbox: worded by CustomMessage or the pool's template, or handed to a
 * custom sender, which then has the sending to itself.
 * @throws Refusal when the trigger refuses
 */
export function sendMessage(triggerContext: TriggerContext, user: User, message: Message): void {
  const { state, pool } = triggerContext
  const { medium, destination, code } = message
  state.send({
    sentAt: state.ports.now(),
    userPoolId: pool.id,
    username: user.username,
    medium,
    destination,
    code,
    text: handedOver(triggerContext, user, message) ?? worded(triggerContext, user, message),
  })
}

function handedOver(
  triggerContext: TriggerContext,
  user: User,
  message: Message,
): string | undefined {
  const { clientMetadata, pool, state } = triggerContext
  const { reason, code } = message
  const subject = subjectOf(user)
  if (message.medium === 'EMAIL') {
    if (!triggerFunction(state, pool, 'CustomEmailSender')) return undefined
    const type = 'customEmailSenderRequestV1'
    const request = { type, code, clientMetadata }
    invoke(triggerContext, customEmailSender, `CustomEmailSender_${reason}`, subject, request)
    return `Handed to CustomEmailSender: ${code}`
  }
  if (!triggerFunction(state, pool, 'CustomSMSSender')) return undefined
  const type = 'customSMSSenderRequestV1'
  const request = { type, code, clientMetadata }
  invoke(triggerContext, customSmsSender, `CustomSMSSender_${reason}`, subject, request)
  return `Handed to CustomSMSSender: ${code}`
}

function worded(
  triggerContext: TriggerContext,
  user: User,
  { reason, medium, code, text }: Message,
): string {
  const response = invoke(
    triggerContext,
    customMessage,
    `CustomMessage_${reason}`,
    subjectOf(user),
    {
      ...messageRequest(reason),
      clientMetadata: triggerContext.clientMetadata,
    },
  )
  const { username } = user.configured
  const own = medium === 'EMAIL' ? response?.emailMessage : response?.smsMessage
  const template = messageTemplate(triggerContext.pool, reason, medium)
  const words = own ?? template?.text
  if (words === undefined) return text
  const filled = filledMessage(words, code, username)
  const subject = (medium === 'EMAIL' ? response?.emailSubject : undefined) ?? template?.subject
  return subject === undefined ? filled : `${subject}: ${filled}`
}
