import { trouble, whichCalls } from './trouble.ts'

export const latency = trouble({
  name: 'latency',
  title: 'Latency',
  imitates: 'A slow network, or a service far away: each answer comes late.',
  settings: {
    milliseconds: {
      kind: 'number',
      title: 'Late by',
      unit: 'ms',
      least: 0,
      most: 120_000,
      usual: 2000,
    },
    jitter: {
      kind: 'number',
      title: 'And by up to, at random',
      unit: 'ms',
      least: 0,
      most: 120_000,
      usual: 0,
    },
    ...whichCalls,
  },
  act: ({ jitter, milliseconds }, fraction) => ({
    kind: 'delay',
    milliseconds: milliseconds + Math.round(jitter * fraction),
  }),
})
