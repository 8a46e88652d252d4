import type { SrpXrayReport } from '#pool/srp-xray/srp-xray.ts'

/** Gives a line for each client about which the SRP X-ray has something new to say. */
export function xrayLines(reports: () => readonly SrpXrayReport[]): () => readonly string[] {
  const reported = new WeakSet<SrpXrayReport>()
  return () =>
    reports().flatMap((report) => {
      if (report.attempts === 0 || reported.has(report)) return []
      reported.add(report)
      const { attempts, clientId, username } = report
      return [
        `SRP X-ray, client ${clientId}, ${username}, attempt ${String(attempts)}: ${sentence(report)}\n`,
      ]
    })
}

function sentence({ deviations, remaining, state, trying }: SrpXrayReport): string {
  switch (state) {
    case 'right':
      return 'the proof is right.'
    case 'named':
      return deviations.map(({ rule, title }) => `${title}. ${rule}.`).join(' ')
    case 'searching':
      return `the proof is wrong. Sign in again, at most ${String(remaining)} times; next is tried: ${trying}.`
    case 'unknown':
      return 'no known deviation gives these proofs. Is the password right?'
  }
}
