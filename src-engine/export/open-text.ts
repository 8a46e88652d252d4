import type { PersonalKind } from '../catalogue/members/member.ts'
import { looksRandom, replaceTokens } from './random-text.ts'

/** Forms of personal values and tokens that occur in text which nobody names a member for. */
const forms: readonly {
  readonly kind: PersonalKind
  readonly pattern: RegExp
  readonly isOne?: (found: string) => boolean
}[] = [
  {
    kind: 'email',
    pattern:
      /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,9}/gu,
  },
  { kind: 'phone', pattern: /(?<![\w.+*])\+\d(?:[ ()./-]{0,2}\d){6,14}(?!\w)/g },
  { kind: 'token', pattern: /(?<![\w+-])[\w+-]{24,}={0,2}(?![\w+-])/g, isOne: looksRandom },
]

/**
 * A text with everything that has the form of an email address, a phone number, a token or a long
 * random text replaced.
 */
export const replaceForms = (
  text: string,
  replacement: (value: string, kind: PersonalKind) => string,
): string =>
  forms.reduce(
    (open, { isOne, kind, pattern }) =>
      open.replace(pattern, (found) =>
        isOne?.(found) === false ? found : replacement(found, kind),
      ),
    replaceTokens(text, (token) => replacement(token, 'token')),
  )

/** What a Lambda function said, in the message of the refusal that it led to. */
export const triggerText = (message: string): string | undefined =>
  /\bfailed with error (.+?)\.?$/s.exec(message)?.[1]
