import { membersOf, open, personal, secret } from './member.ts'

/**
 * Members of the events of Lambda triggers and of what they answer. A member that is not here is
 * personal: a function answers what it likes.
 */
export const triggerMembers = new Map([
  ...membersOf('password', secret('password')),
  ...membersOf('code', secret('code')),
  ...membersOf('challengeAnswer privateChallengeParameters', secret('custom answer')),

  ...membersOf('userName', personal('user')),
  ...membersOf('userAttributes claimsToAddOrOverride', personal('attribute')),
  ...membersOf('clientMetadata validationData', personal('metadata')),
  ...membersOf('groupsToOverride iamRolesToOverride preferredRole', personal('group')),
  ...membersOf(
    'smsMessage emailMessage emailSubject challengeMetadata publicChallengeParameters',
    personal('text'),
  ),

  ...membersOf(
    `version triggerSource region userPoolId awsSdkVersion clientId challengeName challengeResult
    codeParameter linkParameter usernameParameter newDeviceUsed userNotFound answerCorrect
    issueTokens failAuthentication autoConfirmUser autoVerifyEmail autoVerifyPhone
    finalUserStatus messageAction desiredDeliveryMediums forceAliasCreation enableSMSMFA
    claimsToSuppress scopes scopesToAdd scopesToSuppress type`,
    open,
  ),
])
