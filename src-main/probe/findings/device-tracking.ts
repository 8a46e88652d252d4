import type { ProbeFinding } from '../probe-finding.ts'

export const deviceTracking: ProbeFinding = {
  id: 'device-tracking',
  title: 'Devices are tracked',
  read: () => ({
    verdict: 'unknown',
    says: 'It shows only after a sign-in, when NewDeviceMetadata comes with the tokens.',
  }),
}
