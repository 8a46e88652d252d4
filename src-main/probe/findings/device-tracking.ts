import type { ProbeFinding } from '../probe-finding.ts'

export const deviceTracking: ProbeFinding = {
  id: 'device-tracking',
  title: 'Devices are tracked',
  read: () => ({
    verdict: 'unknown',
    reason: 'It shows only after a sign-in, when NewDeviceMetadata comes with the tokens.',
  }),
}
