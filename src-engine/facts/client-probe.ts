import type { FactName } from './define-fact.ts'

/** What a probe found out about one thing. */
export type ProbeVerdict = 'yes' | 'no' | 'unknown'

/**
 * What a probe of the app client found out before this sign-in, without a real user. Of step 0.
 * A flow’s verdict is under the name of the flow, as in `USER_SRP_AUTH`.
 */
export interface ClientProbe {
  /** Milliseconds since the probe. */
  readonly ageMs: number
  readonly [finding: string]: ProbeVerdict | number
}

export const clientProbeFact: FactName<ClientProbe> = {
  name: 'client-probe',
  title: 'Profile test',
  valueTitles: {
    ageMs: 'time since the test',
  },
}
