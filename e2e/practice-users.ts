/** What the practice pool's users have, as the README lists it. */
export const password = 'Practice-Password-1!'
export const temporaryPassword = 'Temporary-Password-1!'
export const totpSecret = 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A'

/** Clients of the practice pools, by what they have to be pointed at. */
export const webPublic = {
  userPoolId: 'us-east-1_Practice1',
  clientId: '1practicewebpublic00000001',
} as const
export const emailSecret = {
  userPoolId: 'us-east-1_Practice2',
  clientId: '6practiceemailsecret000006',
  clientSecret: '2practicesecret0that0guards0nothing0but0practice002',
} as const
