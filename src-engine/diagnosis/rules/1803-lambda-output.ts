import { advise, awsCli, poolOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const lambdaOutput = textRule({
  code: 'AS1803',
  slug: 'trigger/output',
  title: 'A trigger returned something that Cognito cannot read',
  meaning:
    'The function must return the event itself with event.response filled in. Nothing, a string, {statusCode …} and non-string values where strings are expected are refused.',
  fix: 'Return the event; convert claims, attributes and public challenge parameters to strings, and leave out null.',
  sources: ['FS:68850791864', 'FS:32069093443'],
  next: (_, evidence) => [
    advise('Return the event that it received, in an async function without the callback.'),
    awsCli(evidence, 'describe-user-pool', poolOption(evidence)),
  ],
})
