import type { LikelyCause, Refusal } from './define-exception.ts'

const wrongPassword: LikelyCause = {
  cause: 'The password is wrong.',
  remedy:
    'Type it again, check the keyboard layout and copied spaces, or set a known one: aws cognito-idp admin-set-user-password --permanent.',
}

const unknownUser: LikelyCause = {
  cause:
    'The user does not exist: with PreventUserExistenceErrors=ENABLED, Cognito answers as for a wrong password.',
  remedy:
    'Look the user up (aws cognito-idp admin-get-user), in this pool and this region; pools with case-sensitive names distinguish Anna and anna.',
}

const anotherPool: LikelyCause = {
  cause: 'The app client and the user belong to different pools.',
  remedy:
    'Compare the client ID with aws cognito-idp list-user-pool-clients --user-pool-id <pool>.',
}

const temporaryPassword: LikelyCause = {
  cause: 'The user still has a temporary password, and another one was typed.',
  remedy:
    'See UserStatus in admin-get-user. FORCE_CHANGE_PASSWORD: use the temporary one, or send a new one with admin-create-user --message-action RESEND.',
}

const federated: LikelyCause = {
  cause: 'The user came from an identity provider (EXTERNAL_PROVIDER) and has no password here.',
  remedy: 'Sign in through managed login with that provider.',
}

const srpWrong: LikelyCause = {
  cause:
    'The SRP computation is wrong: padding, the pool name (the part of the pool ID after the “_”), or the wrong username in the hash.',
  remedy:
    'Sign in with USER_PASSWORD_AUTH and the same password. If that works, compare each value of the computation with those of the inspector.',
}

const wrongUserForSrp: LikelyCause = {
  cause:
    'USERNAME in the answer, or the name in the proof, is the typed alias and not USER_ID_FOR_SRP.',
  remedy: 'Use USER_ID_FOR_SRP from the challenge in USERNAME, in the proof and in SECRET_HASH.',
}

const wrongTimestamp: LikelyCause = {
  cause:
    'TIMESTAMP has the wrong format: a zero before the day, month or weekday in another language, a 12-hour clock, or not the string that was signed.',
  remedy: 'Write it as in “Tue Jan 1 06:06:09 UTC 2019” and sign exactly that string.',
}

const wrongClock: LikelyCause = {
  cause: 'This machine’s clock differs from the server’s.',
  remedy: 'Compare the clock difference beside the answer, and set the clock (timedatectl, w32tm).',
}

const wrongPoolId: LikelyCause = {
  cause:
    'The user pool ID of the profile is not the app client’s pool: its name is part of the proof.',
  remedy: 'Take the pool ID from the page on which the app client is listed.',
}

const tooSlow: LikelyCause = {
  cause: 'The proof was sent too late: Cognito waits a few seconds for PASSWORD_VERIFIER.',
  remedy: 'Turn on the automatic answer, or answer faster.',
}

const customFailed: LikelyCause = {
  cause: 'The DefineAuthChallenge trigger set failAuthentication, usually after wrong answers.',
  remedy: 'Read the trigger’s log in CloudWatch, and how it handles request.session.',
}

const deviceKeys: LikelyCause = {
  cause:
    'The device password or group key is not that of the device, or the verifier of its ConfirmDevice was computed wrongly.',
  remedy:
    'Remove the stored device, sign in without DEVICE_KEY, and confirm the new device. The user’s password was right.',
}

const passkeyWrong: LikelyCause = {
  cause:
    'The passkey signed another challenge, is no longer registered, or was used on a page of another relying party.',
  remedy:
    'Sign CREDENTIAL_REQUEST_OPTIONS of the newest challenge, and compare with ListWebAuthnCredentials.',
}

const poolMigration: LikelyCause = {
  cause: 'The user has not been migrated yet, and the migration trigger refused or did not run.',
  remedy:
    'Only USER_PASSWORD_AUTH passes the trigger a password; use that flow, and read the trigger’s log.',
}

/**
 * The causes of Cognito's one text for a dozen things, likeliest first for the call at hand: a
 * proof can fail in ways in which a plain password cannot, and the other way round.
 */
export function incorrectUsernameOrPassword({
  challenge,
  flow,
  operation,
}: Refusal): readonly LikelyCause[] {
  const account = [temporaryPassword, anotherPool, federated]
  const proof = [wrongUserForSrp, wrongPoolId, srpWrong, wrongTimestamp, wrongClock, tooSlow]
  if (challenge === 'CUSTOM_CHALLENGE') return [customFailed, unknownUser]
  if (challenge === 'PASSWORD_VERIFIER')
    return [wrongPassword, unknownUser, ...proof, ...account, poolMigration]
  if (challenge === 'DEVICE_PASSWORD_VERIFIER') return [deviceKeys, wrongTimestamp, wrongClock]
  if (challenge === 'WEB_AUTHN') return [passkeyWrong]
  if (challenge !== undefined) return [wrongPassword, unknownUser, ...account]
  if (flow === 'CUSTOM_AUTH') return [customFailed, unknownUser, anotherPool]
  if (flow === 'USER_SRP_AUTH') return [unknownUser, anotherPool, federated, poolMigration]
  if (operation.endsWith('InitiateAuth') && flow === undefined)
    return [wrongPassword, unknownUser, ...account, poolMigration, ...proof, customFailed]
  return [wrongPassword, unknownUser, ...account, poolMigration]
}
