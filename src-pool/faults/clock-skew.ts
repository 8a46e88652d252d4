import { fault } from './fault.ts'

export const clockSkew = fault({
  name: 'clock-skew',
  title: 'Clock skew',
  imitates:
    'A machine whose clock is wrong: the Date header, the times in tokens, authenticator codes and the TIMESTAMP of SRP no longer agree with yours.',
  settings: {
    seconds: {
      kind: 'number',
      title: 'The pool’s clock is ahead by (negative: behind)',
      unit: 'seconds',
      min: -31_536_000,
      max: 31_536_000,
      defaultValue: 600,
    },
  },
  act: ({ seconds }) => ({ kind: 'clock', ahead: seconds * 1000 }),
})
