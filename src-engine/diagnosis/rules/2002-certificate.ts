import { advise } from '../next-moves.ts'
import { inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const certificate = defineRule({
  code: 'AS2002',
  slug: 'network/certificate',
  title: 'The certificate is not trusted',
  meaning:
    'An authority that this machine does not know signed it: one of a proxy that opens TLS, or of a custom endpoint; or the server signed it by itself.',
  recognised: 'By the error of TLS.',
  mended:
    'Name the authority’s certificate as a trusted one; or use the name that stands in the certificate.',
  excludedBy: 'A connection without TLS, or one that was established.',
  sources: ['Node.js, TLS error codes', 'backup-restore#35'],
  look: (step) => {
    const { answer } = step
    if (answer?.kind !== 'failed' || answer.code !== 'tls') return undefined
    const own = /self.signed/i.test(answer.message) && !/chain/i.test(answer.message)
    return {
      verdict: 'proved',
      ...(own && { title: 'The server’s certificate is signed by the server itself' }),
      evidence: [inResponse(step, 'TLS', answer.message, answer.message)],
      next: [
        advise(
          own
            ? 'Save the server’s own certificate, and name it: NODE_EXTRA_CA_CERTS=<file.pem>.'
            : 'Name the authority’s certificate: NODE_EXTRA_CA_CERTS=<file.pem>.',
        ),
      ],
    }
  },
})
