import { advise, awsCli, poolOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const lambdaOutput = textRule({
  code: 'AS1803',
  slug: 'trigger/output',
  title: 'A trigger returned something that Cognito cannot read',
  meaning:
    'The function has to return the event itself with event.response filled in. Nothing, a text, {statusCode …} and values that are not texts where texts belong are refused.',
  mended:
    'Return the event; turn claims, attributes and public challenge parameters into texts, and leave null out.',
  sources: ['FS:68850791864', 'FS:32069093443'],
  next: (_, evidence) => [
    advise('Return the event that came in, in an async function without the callback.'),
    awsCli(evidence, 'describe-user-pool', poolOption(evidence)),
  ],
})
