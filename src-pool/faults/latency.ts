import { fault, whichCalls } from './fault.ts'

export const latency = fault({
  name: 'latency',
  title: 'Latency',
  imitates: 'A slow network, or a service far away: each answer comes late.',
  settings: {
    milliseconds: {
      kind: 'number',
      title: 'Late by',
      unit: 'ms',
      min: 0,
      max: 120_000,
      defaultValue: 2000,
    },
    jitter: {
      kind: 'number',
      title: 'Plus up to, at random',
      unit: 'ms',
      min: 0,
      max: 120_000,
      defaultValue: 0,
    },
    ...whichCalls,
  },
  act: ({ jitter, milliseconds }, fraction) => ({
    kind: 'delay',
    milliseconds: milliseconds + Math.round(jitter * fraction),
  }),
})
