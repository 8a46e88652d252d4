import type { X509Certificate } from 'node:crypto'
import { BridgeError } from '#contract/failure.ts'
import type { PresentedCertificates } from '#contract/routes/certificates.ts'
import { withVisibleTexts } from '#engine/json/visible-text.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { transportFailure } from '#main/http/transport-failure.ts'
import { namesOf, readCertificates } from '#main/network/read-certificates.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunDependencies } from './run-handlers.ts'

/** Certificates that a run was refused for: shown whole, and trusted for its profile. */
export function certificateHandlers({
  emit,
  networkOf,
  profiles,
  runs,
}: Pick<Application, 'emit' | 'networkOf' | 'profiles'> &
  Pick<RunDependencies, 'runs'>): HandlersOf<'certificate'> {
  async function presented(runId: string) {
    const { events, run } = await (await runs()).open(runId)
    if (run.origin !== 'performed')
      throw new BridgeError(
        'not-performed',
        'Another program performed this call. Sign in with a profile to see the certificate.',
      )
    const url = lastUrl(events)
    if (url?.protocol !== 'https:')
      throw new BridgeError('no-certificate', 'This call did not use https.')
    const { chain, refused } = await readCertificates(url, await networkOf(run.profileId))
    return {
      chain,
      refused,
      profileId: run.profileId,
      host: `${url.hostname}:${url.port || '443'}`,
    }
  }
  return {
    'certificate.read': async ({ runId }): Promise<PresentedCertificates> => {
      const { chain, host, refused } = await presented(runId)
      return {
        host,
        ...(refused && { refused: transportFailure(refused, host, false).message }),
        canBeTrusted: lacksTrust(refused?.code),
        chain: withVisibleTexts(chain.map(shown)),
      }
    },
    'certificate.trust': async ({ fingerprint, runId }) => {
      const { chain, profileId } = await presented(runId)
      const chosen = chain.find(({ fingerprint256 }) => fingerprint256 === fingerprint)
      if (!chosen)
        throw new BridgeError(
          'certificate-changed',
          'The server now presents other certificates. Look at them again.',
        )
      const { trustedCertificates } = await profiles.get(profileId)
      const pem = chosen.toString()
      if (!trustedCertificates.includes(pem))
        await profiles.change(profileId, { trustedCertificates: [...trustedCertificates, pem] })
      emit({ type: 'profiles.changed', profiles: await profiles.list() })
    },
  }
}

/** Whether OpenSSL names the authority as what is wrong, and not the name or the dates. */
const lacksTrust = (code = ''): boolean => /SELF_SIGNED|UNABLE_TO|DEPTH_ZERO/.test(code)

/** The URL of the newest attempt of a run. */
function lastUrl(events: readonly TraceEvent[]): URL | undefined {
  const last = events.findLast((event) => event.type === 'attempted')
  return last && new URL(last.attempt.url)
}

const shown = (certificate: X509Certificate): PresentedCertificates['chain'][number] => ({
  subject: oneLine(certificate.subject),
  issuer: oneLine(certificate.issuer),
  names: [...namesOf(certificate)],
  validFrom: certificate.validFrom,
  validTo: certificate.validTo,
  fingerprint: certificate.fingerprint256,
  selfSigned: certificate.subject === certificate.issuer,
  expired: Date.parse(certificate.validTo) < Date.now(),
})

/** Names come one in a line: `O=Example`, `CN=example.com`. */
const oneLine = (names: string | undefined): string => (names ?? '').split('\n').join(', ')
