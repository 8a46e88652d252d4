import { expect, test } from 'vitest'
import { credentialsSentence } from './credentials-sentence.ts'

test.each([
  ['Could not load credentials from any providers', '', /AWS_ACCESS_KEY_ID.*~\/\.aws\/config/],
  [
    'Could not resolve credentials using profile: [shop] in configuration/credentials file(s).',
    'shop',
    /profile “shop”.*aws configure --profile shop/,
  ],
  [
    "The SSO session associated with this profile has expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    'shop',
    /aws sso login --profile shop/,
  ],
  ["Token is expired. To refresh this SSO session run 'aws sso login'", '', /aws sso login,/],
  ['Profile shop requires multi-factor authentication', 'shop', /get-caller-identity|MFA/],
  ['something new', 'shop', /aws sts get-caller-identity --profile shop/],
])('“%s” is reported with advice', (message, profile, advice) => {
  expect(credentialsSentence(message, profile)).toMatch(advice)
})

test('a message of the credential chain, which may quote a file of secrets, is not repeated', () => {
  expect(credentialsSentence('bad line: aws_secret_access_key = hunter2', '')).not.toContain(
    'hunter2',
  )
})
