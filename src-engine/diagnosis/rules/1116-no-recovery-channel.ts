import { advise, awsCli, poolOption, readUser } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const noRecoveryChannel = textRule({
  code: 'AS1116',
  slug: 'account/no-recovery-channel',
  title: 'There is no channel for sending a code',
  meaning:
    'ForgotPassword needs a verified email address or phone number that AccountRecoverySetting allows. A channel that is the user’s MFA factor does not count, even if it is verified.',
  fix: 'Verify another contact, change AccountRecoverySetting, or set a password as an administrator.',
  sources: ['aws-sdk-js-v3#7401', 'aws-sdk-js-v3#7101', 'amplify-js#14287'],
  next: (step, evidence) => [
    readUser(step, evidence),
    awsCli(evidence, 'describe-user-pool', poolOption(evidence)),
    advise('See UserMFASettingList: an email or SMS factor is not used to reset the password.'),
  ],
})
