import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const deviceFirst = textRule({
  code: 'AS1702',
  slug: 'device/first-factor',
  title: 'DEVICE_SRP_AUTH was answered before the user was authenticated',
  meaning:
    'A device proves itself after the first factor, in the session of that answer; it cannot start a sign-in.',
  fix: 'Answer DEVICE_SRP_AUTH with the session of the challenge that asked for it.',
  sources: ['issue threads of device tracking'],
  next: () => [act('Start again', { do: 'retry' })],
})
