import { passwordFact } from '../../facts/password.ts'
import { factOf } from '../evidence.ts'
import { isObject } from '../json-object.ts'
import { advise } from '../next-moves.ts'
import { inFact, inRequest } from '../place.ts'
import { defineRule } from '../rule.ts'
import { userAgent } from '../user-agent.ts'

export const cliShorthand = defineRule({
  code: 'AS1108',
  slug: 'account/cli-shorthand',
  title: 'The AWS CLI’s shorthand may have changed the password',
  meaning:
    'In --auth-parameters USERNAME=…,PASSWORD=… a comma ends the password, and quotation marks and spaces around it are removed without a word. What is sent is another password than what was typed.',
  recognised:
    'User-Agent of the AWS CLI with a password in AuthParameters; a member that Cognito does not know is what stood after a comma.',
  fix: 'Give the parameters as JSON, from a file or standard input: --cli-input-json file://sign-in.json.',
  excludedBy:
    'A password that was sent with quotation marks or spaces around it, which shorthand removes.',
  sources: ['AWS CLI user guide, “Shorthand syntax”', 'AWS CLI 1.45, as it runs'],
  look: (step) => {
    const agent = userAgent(step)
    const parameters = step.request['AuthParameters']
    if (
      !/\baws-cli\//.test(agent) ||
      !isObject(parameters) ||
      !Object.hasOwn(parameters, 'PASSWORD')
    )
      return undefined
    const sender = inRequest(step, 'User-Agent', agent, 'The AWS CLI sent the call')
    const edges = factOf(step, passwordFact)?.edges
    if (edges !== undefined && edges !== 'clean')
      return {
        verdict: 'excluded',
        evidence: [inFact(step, passwordFact, edges, `The password was sent with ${edges}`)],
      }
    const rest = Object.keys(parameters).find((name) => !/^[A-Z][A-Z_]+$/.test(name))
    return {
      verdict: rest === undefined ? 'possible' : 'proved',
      ...(rest !== undefined && {
        title: 'The AWS CLI’s shorthand ended the password at a comma',
      }),
      evidence: [
        sender,
        ...(rest === undefined
          ? []
          : [inRequest(step, 'AuthParameters', rest, 'Cognito has no such parameter')]),
      ],
      next: [
        {
          kind: 'aws cli',
          text: `aws cognito-idp initiate-auth --cli-input-json file://sign-in.json`,
          safety: 'fill in',
        },
        advise('Write AuthParameters into sign-in.json as JSON, where a comma is a comma.'),
      ],
    }
  },
})
