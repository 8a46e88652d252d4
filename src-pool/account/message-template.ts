import type { JsonObject } from '../requests/members.ts'
import type { Pool } from '../state/pool.ts'
import type { MessageReason } from '../triggers/custom-message.ts'

/** The words of a message, with placeholders for the code and the name. */
export interface MessageTemplate {
  readonly text: string
  /** Of an email. */
  readonly subject?: string
}

/**
 * The words that a pool's settings have for a message; nothing where they leave them to Cognito.
 * That the verification template also words the code for a forgotten password is assumed.
 */
export function messageTemplate(
  { storedInput }: Pool,
  reason: MessageReason,
  medium: 'SMS' | 'EMAIL',
): MessageTemplate | undefined {
  const words = medium === 'SMS' ? smsWords(storedInput, reason) : emailWords(storedInput, reason)
  const [text, subject] = words
  if (typeof text !== 'string') return undefined
  return { text, ...(typeof subject === 'string' && { subject }) }
}

type Words = readonly [text: unknown, subject?: unknown]

function smsWords(settings: JsonObject, reason: MessageReason): Words {
  switch (reason) {
    case 'Authentication':
      return [settings.SmsAuthenticationMessage]
    case 'AdminCreateUser':
      return [invitation(settings).SMSMessage]
    default:
      return [
        part(settings, 'VerificationMessageTemplate').SmsMessage ?? settings.SmsVerificationMessage,
      ]
  }
}

function emailWords(settings: JsonObject, reason: MessageReason): Words {
  switch (reason) {
    case 'Authentication': {
      const { Message, Subject } = part(settings, 'EmailMfaConfiguration')
      return [Message, Subject]
    }
    case 'AdminCreateUser': {
      const { EmailMessage, EmailSubject } = invitation(settings)
      return [EmailMessage, EmailSubject]
    }
    default: {
      const { EmailMessage, EmailSubject } = part(settings, 'VerificationMessageTemplate')
      return [
        EmailMessage ?? settings.EmailVerificationMessage,
        EmailSubject ?? settings.EmailVerificationSubject,
      ]
    }
  }
}

const invitation = (settings: JsonObject): JsonObject =>
  part(part(settings, 'AdminCreateUserConfig'), 'InviteMessageTemplate')

const part = (settings: JsonObject, name: string): JsonObject =>
  (settings[name] ?? {}) as JsonObject
