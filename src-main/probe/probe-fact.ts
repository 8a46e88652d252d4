import type { ProbeResult } from '#contract/routes/probes.ts'
import { clientProbeFact } from '#engine/facts/client-probe.ts'
import type { Fact } from '#engine/trace/fact.ts'

/** What a probe found out, as a fact that a sign-in begins with. */
export const probeFact = ({ at, findings }: ProbeResult, now: number): Fact => ({
  name: clientProbeFact.name,
  values: {
    ageMs: now - at,
    ...Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict])),
  },
})
