import type { TextCase } from '../../define-exception.ts'

/** What InvalidParameterException says to the operations around a sign-in. */
export const accountTexts: readonly TextCase[] = [
  {
    messagePattern:
      /^user (?:does not have delivery config set to turn on|has not verified software token mfa)/,
    title: 'The factor is not set up yet',
    meaning: 'A second factor can be turned on only once the user has what it needs.',
    causes: [
      {
        cause: 'The first code of the authenticator app has not been verified.',
        remedy: 'Call AssociateSoftwareToken and VerifySoftwareToken first.',
      },
      {
        cause: 'The user has no phone number or email address.',
        remedy: 'Set the attribute, and verify it.',
      },
    ],
    rules: ['AS2208'],
    certainty: 'reported',
  },
  {
    messagePattern:
      'cannot reset password for the user as there is no registered/verified email or phone_number',
    title: 'There is no way to send the code',
    meaning: 'A forgotten password needs a verified email address or phone number.',
    causes: [
      {
        cause: 'Neither email_verified nor phone_number_verified is true.',
        remedy: 'Verify one, or set a password with admin-set-user-password.',
      },
    ],
    rules: ['AS1116'],
    certainty: 'confirmed',
  },
  {
    messagePattern: 'username should be either an email or a phone number',
    title: 'The username has the wrong format',
    meaning: 'In this pool users sign up with an email address or a phone number as their name.',
    causes: [
      {
        cause: 'UsernameAttributes of the pool is set, and the name is neither.',
        remedy: 'Sign up with an address, or a number that begins with +.',
      },
    ],
    certainty: 'reported',
  },
  {
    messagePattern: /^username cannot be of .+ format/,
    title: 'The username looks like an alias',
    meaning: 'If email addresses or phone numbers are aliases, the username must be neither.',
    causes: [
      {
        cause: 'AliasAttributes of the pool is set, and the username is an address or a number.',
        remedy: 'Sign up with another username, and send the address as an attribute.',
      },
    ],
    certainty: 'reported',
  },
  {
    messagePattern: 'user is already confirmed',
    title: 'The user is confirmed already',
    meaning: 'There is nothing to confirm, so no code is sent.',
    causes: [{ cause: 'The sign-up was confirmed before, or by a trigger.', remedy: 'Sign in.' }],
    certainty: 'reported',
  },
  {
    messagePattern: 'attributes did not conform to the schema',
    title: 'An attribute does not match the pool’s schema',
    meaning: 'The message names an attribute that the pool requires, does not know, or limits.',
    causes: [
      {
        cause: 'A required attribute is missing.',
        remedy: 'Send it; aws cognito-idp describe-user-pool shows the schema.',
      },
      {
        cause: 'The name of a custom attribute lacks its custom: prefix.',
        remedy: 'Write custom:name.',
      },
    ],
    certainty: 'reported',
  },
  {
    messagePattern: /^invalid (email address|phone number) format/,
    title: 'The address or number has the wrong format',
    meaning: 'Cognito checks the format of email addresses and phone numbers.',
    causes: [
      {
        cause: 'A phone number lacks its + and country code, or contains spaces.',
        remedy: 'Write it as +15555550100.',
      },
    ],
    certainty: 'reported',
  },
]
