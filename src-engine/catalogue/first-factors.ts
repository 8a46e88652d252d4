/** What a user can begin a sign-in with in USER_AUTH, by ChallengeName, in Cognito's order. */
export const firstFactors: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'PASSWORD_SRP', label: 'Password, by SRP' },
  { value: 'PASSWORD', label: 'Password' },
  { value: 'EMAIL_OTP', label: 'Code by email' },
  { value: 'SMS_OTP', label: 'Code by text message' },
  { value: 'WEB_AUTHN', label: 'Passkey' },
]
