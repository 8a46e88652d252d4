import { advise } from '../next-moves.ts'
import { inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const proxy = defineRule({
  code: 'AS2001',
  slug: 'network/proxy',
  title: 'A proxy answered instead of Cognito',
  meaning:
    'The network’s proxy requires authentication (407), refuses the host, or returns its own page.',
  recognised: 'Status 407, the headers Via and Proxy-Authenticate, or an HTML page.',
  fix: 'Configure the proxy with its user name, or allow cognito-idp.<region>.amazonaws.com.',
  excludedBy: 'A response with x-amzn-RequestId that is not a web page.',
  sources: ['pycognito#173', 'amplify-js#744', 'RFC 9110, 407'],
  look: (step) => {
    const { answer, headers } = step
    if (answer?.kind !== 'unreadable') return undefined
    const id = headers.get('x-amzn-requestid')
    if (id !== undefined && answer.reason !== 'html')
      return {
        verdict: 'excluded',
        evidence: [inResponse(step, 'x-amzn-RequestId', id, 'Cognito itself answered')],
      }
    if (answer.status !== 407 && answer.reason !== 'html') return undefined
    const who = ['Via', 'Proxy-Authenticate', 'Server'].find((name) =>
      headers.has(name.toLowerCase()),
    )
    return {
      verdict: answer.status === 407 ? 'proved' : 'likely',
      ...(answer.status === 407 && {
        title: 'The proxy requires a user name and a password (407)',
      }),
      evidence: [
        inResponse(step, 'status', String(answer.status), answer.detail, '200 or 400'),
        ...(who === undefined
          ? []
          : [inResponse(step, who, headers.get(who.toLowerCase()) ?? '', 'Who answered')]),
      ],
      next: [
        advise(
          'Set HTTPS_PROXY=http://<user>:<password>@<proxy>:<port>, or NO_PROXY for the host.',
        ),
      ],
    }
  },
})
