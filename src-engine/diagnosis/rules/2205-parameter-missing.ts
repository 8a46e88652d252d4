import { sent, sentNo } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const parameterMissing = defineRule({
  code: 'AS2205',
  slug: 'input/parameter-missing',
  title: 'A parameter was not sent, or was empty',
  meaning:
    'Names are case-sensitive, and those of AuthParameters and ChallengeResponses are in uppercase.',
  recognised: 'The message names the parameter; the request has none with that name.',
  fix: 'Send it with exactly that name.',
  excludedBy: 'A request that has the parameter.',
  sources: ['FS:1245964243', 'FS:40729904941'],
  look: (step) => {
    const name = /parameter:?\s+(\w+)/i.exec(step.refusal?.message ?? '')?.[1]
    if (name === undefined) return undefined
    const value = sent(step, name)
    if (value !== undefined && value !== '')
      return { verdict: 'excluded', evidence: [inRequest(step, name, value, `${name} was sent`)] }
    return {
      verdict: 'proved',
      title: `${name} was ${value === '' ? 'empty' : 'not sent'}`,
      evidence: [
        refusalPlace(step),
        ...(value === '' || sentNo(step, name)
          ? [inRequest(step, name, '', `The request has no ${name}`, 'a value')]
          : []),
      ],
      next: [act(`Enter ${name}`, { do: 'edit input', field: name })],
    }
  },
})
