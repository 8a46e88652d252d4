import { advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const attemptLimit = textRule({
  code: 'AS1903',
  slug: 'limit/attempts',
  title: 'Too many requests of this kind for the user',
  meaning:
    'Codes and password changes are limited for each user. The AWS SDK for JavaScript and botocore retry a LimitExceededException automatically, so one click there may use three attempts. Authscope does not.',
  fix: 'Wait up to an hour, and turn off retries in the client.',
  sources: ['cognito-identity-js#506', 'amplify-js#13225', 'measured: AWS SDK 3.1169'],
  next: () => [advise('Wait 15 minutes, then request once.')],
})
