import { act, advise } from '../next-moves.ts'
import { inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const certificate = defineRule({
  code: 'AS2002',
  slug: 'network/certificate',
  title: 'The certificate is not trusted',
  meaning:
    'It is signed by an authority that this machine does not trust, such as that of a proxy that intercepts TLS or of a custom endpoint; or it is self-signed.',
  recognised: 'By the TLS error.',
  fix: 'Trust the authority’s certificate, or use the name in the certificate.',
  excludedBy: 'A connection without TLS, or one that was established.',
  sources: ['Node.js, TLS error codes', 'backup-restore#35'],
  look: (step) => {
    const { answer } = step
    if (answer?.kind !== 'failed' || answer.code !== 'tls') return undefined
    const own = /self.signed/i.test(answer.message) && !/chain/i.test(answer.message)
    return {
      verdict: 'proved',
      ...(own && { title: 'The server’s certificate is self-signed' }),
      evidence: [inResponse(step, 'TLS', answer.message, answer.message)],
      next: [
        act('Show the certificate…', { do: 'show certificate' }),
        advise(
          own
            ? 'Save the server’s certificate, and trust it: NODE_EXTRA_CA_CERTS=<file.pem>.'
            : 'Trust the authority’s certificate: NODE_EXTRA_CA_CERTS=<file.pem>.',
        ),
      ],
    }
  },
})
