import type { HistoryRow } from '#contract/routes/history.ts'

/** A run of the history, for tests. */
export const rowUnderTest = (more: Partial<HistoryRow> = {}): HistoryRow => ({
  runId: 'one',
  profileId: 'p',
  profileName: 'Staging',
  startedAt: Date.UTC(2026, 0, 31),
  flow: 'USER_SRP_AUTH',
  username: 'ada',
  state: 'refused',
  calls: 2,
  practice: false,
  chain: [
    { name: 'InitiateAuth', status: 'done' },
    { name: 'PASSWORD_VERIFIER', status: 'refused' },
  ],
  errors: ['NotAuthorizedException'],
  origin: 'performed',
  clientId: 'c',
  userPoolId: 'us-east-1_A',
  serviceMs: 120,
  mfa: false,
  device: false,
  passkey: false,
  retry: false,
  cause: 'AS1201',
  causeTitle: 'The password is wrong',
  ...more,
})
