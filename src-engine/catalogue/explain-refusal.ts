import {
  causesOf,
  type CognitoException,
  type LikelyCause,
  type Refusal,
  type TextCase,
} from './define-exception.ts'
import { exceptions, exceptionsOfAdministration } from './exceptions/index.ts'

/** What a refusal or a failure means, why it mostly happens, and what to do. */
export interface Explanation {
  readonly title: string
  readonly meaning: string
  /** Likeliest first. */
  readonly causes: readonly LikelyCause[]
  /** Whether the text was recognised, or only the name, or neither. */
  readonly known: 'text' | 'name' | 'unknown'
}

/** Explains a refusal: by its exception's name first, and then by the start of its text. */
export function explainRefusal(refusal: Refusal): Explanation {
  const exception = exceptions.get(refusal.error)
  if (!exception) return unknown(refusal)
  const text = textCaseOf(exception, refusal.message)
  const { title, meaning, causes } = text ?? exception
  return {
    title,
    meaning,
    causes: causesOf(causes, refusal),
    known: text ? 'text' : 'name',
  }
}

function unknown({ error, message, operation }: Refusal): Explanation {
  const inModel = exceptionsOfAdministration.some((name) => name === error)
  return {
    title: error,
    meaning: inModel
      ? `${operation} was refused with an exception that the Cognito API does not define for it: “${message}”.`
      : `${operation} was refused with an exception that the Cognito API does not define: “${message}”.`,
    causes: [
      {
        cause: 'A newer feature of the service, or a server that is not Cognito’s own.',
        remedy:
          'Check the response headers to see who answered, and the operation’s API reference for the exception.',
      },
    ],
    known: 'unknown',
  }
}

/** The case of an exception whose text the message is; nothing when none is known. */
export function textCaseOf(
  { texts }: Pick<CognitoException, 'texts'>,
  message: string,
): TextCase | undefined {
  const lower = message.trim().toLowerCase()
  return texts.find(({ messagePattern }) =>
    typeof messagePattern === 'string'
      ? lower.startsWith(messagePattern)
      : messagePattern.test(lower),
  )
}
