import type { Practice, PracticeClient, PracticeUser } from '#contract/routes/practice.ts'

/** A practice user with a device. */
export const samplePracticeUser: PracticeUser = {
  username: 'ada',
  description: 'Has everything.',
  status: 'tokens',
  state: {
    status: 'CONFIRMED',
    enabled: true,
    lockedUntil: 0,
    failedSignIns: 2,
    passkeys: 1,
    signIns: 1,
    sessions: [
      {
        id: 'tkn1',
        clientId: '1practice',
        signedInAt: Date.UTC(2026, 8, 5, 12),
        lastActiveAt: Date.UTC(2026, 8, 5, 12, 30),
      },
    ],
    groups: ['staff'],
    attributes: { email: 'ada@example.com' },
    factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
    preferredFactor: 'SMS_MFA',
    devices: [{ key: 'us-east-1_1', name: 'Laptop', remembered: true }],
    changes: ['lock out'],
  },
}

/** What can be done to it, and what cannot. */
export const sampleUserChanges: Practice['userChanges'] = [
  { name: 'lock out', title: 'Lock out', consequence: 'Sign-in is refused for a while.' },
  { name: 'enable', title: 'Enable', consequence: 'Sign-in is possible again.' },
]

/** An app client of a practice pool. */
export const samplePracticeClient: PracticeClient = {
  name: 'web-public',
  clientId: '1practice',
  hasSecret: false,
  authSessionValidity: 3,
  flows: ['USER_SRP_AUTH'],
  description: 'A web application.',
  hidesUnknownUsers: true,
  rotatesRefreshTokens: true,
  flags: [{ name: 'ALLOW_USER_SRP_AUTH', on: true }],
}

/** A practice pool with them. */
export const samplePracticePool: Practice['pools'][number] = {
  name: 'Practice1',
  userPoolId: 'us-east-1_Practice1',
  issuer: 'http://127.0.0.1',
  tier: 'ESSENTIALS',
  sessions: { isTracked: true, maxPerUser: 20 },
  triggersWithoutCode: [],
  clients: [samplePracticeClient],
  users: [samplePracticeUser],
}

/** A fault with a setting of each kind. */
export const sampleFault: Practice['faults'][number] = {
  name: 'slow',
  title: 'Slow answers',
  imitates: 'A service under load.',
  active: false,
  hits: 0,
  settings: [
    { name: 'seconds', title: 'Delay', kind: 'number', unit: 's', value: 2 },
    { name: 'only', title: 'Operations', kind: 'operations', unit: '', value: [] },
    { name: 'once', title: 'Once', kind: 'flag', unit: '', value: false },
  ],
}
