import type { EvidenceStep } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

const memberIn = (message: string) => /at '([^']+)'/.exec(message)?.[1]

/** The one call whose secret is a member that is required: only a client that has one can make it. */
const lacksClientSecret = (message: string, { operation }: Pick<EvidenceStep, 'operation'>) =>
  operation === 'GetClientToken' &&
  memberIn(message) === 'secret' &&
  message.includes('must not be null')

export const constraint = textRule({
  code: 'AS2206',
  slug: 'input/constraint',
  title: 'A value breaks a limit of the API',
  meaning:
    'The message names the member after “at”, and the rule after “constraint:”. Whitespace at the ends of a pasted value is the most common cause.',
  fix: 'Correct the value that the message names.',
  sources: ['FS:25085332215', 'API model'],
  titleOf: (message, step) => {
    if (lacksClientSecret(message, step))
      return 'GetClientToken needs an app client with a secret, and no secret was sent'
    const name = memberIn(message)
    if (name === undefined) return undefined
    return message.includes('must not be null')
      ? `${name} is required, and is missing from the request`
      : `The value of ${name} breaks a limit of the API`
  },
  next: (step) =>
    lacksClientSecret(step.refusal?.message ?? '', step)
      ? [
          act('Enter the client secret', { do: 'edit profile', field: 'clientSecret' }),
          advise(
            'If the app client has no secret, use another one: it gets a secret when it is created (GenerateSecret), or by AddUserPoolClientSecret.',
          ),
        ]
      : [advise('Check the member that the message names, in the request.')],
})
