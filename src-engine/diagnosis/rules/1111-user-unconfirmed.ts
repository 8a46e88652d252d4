import { act, awsCli, poolOption, userOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const userUnconfirmed = textRule({
  code: 'AS1111',
  slug: 'account/unconfirmed',
  title: 'The user has not confirmed the sign-up',
  meaning:
    'The account waits for the code that was sent at sign-up. This says nothing about the password: Cognito returns it for a wrong one too.',
  fix: 'Enter the code with ConfirmSignUp, request another, or confirm as an administrator.',
  sources: ['ministack#1758 (measured)', 'aws-sdk-js#4608', 'amplify-js#11209'],
  next: (step, evidence) => [
    act('Confirm the sign-up', { do: 'call', operation: 'ConfirmSignUp' }),
    act('Send the code again', { do: 'call', operation: 'ResendConfirmationCode' }),
    awsCli(
      evidence,
      'admin-confirm-sign-up',
      { ...poolOption(evidence), ...userOption(step) },
      'uncertain',
    ),
  ],
})
