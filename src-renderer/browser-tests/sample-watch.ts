import type { Run } from '#contract/routes/runs.ts'
import type { Watch } from '#contract/routes/watch.ts'

/** A sign-in that was watched. */
export const sampleChain = (runId: string, username: string): Run => ({
  runId,
  profileId: 'profile',
  profileName: 'Staging',
  startedAt: Date.UTC(2026, 0, 31),
  flow: 'USER_SRP_AUTH',
  username,
  state: 'refused',
  calls: 2,
  practice: false,
  origin: 'watched',
})

/** A watch that runs. */
export const sampleWatch: Watch = {
  running: true,
  url: 'http://127.0.0.1:9234',
  profileId: 'profile',
  profileName: 'Staging',
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEf123',
  clientId: '1example',
  allowedOrigins: [],
  faults: [],
  chains: [],
  chainCount: 1,
  callCount: 2,
  refused: [],
}
