import {
  validateDeviceKey,
  passwordPolicyViolation,
  validateToken,
  validateUsername,
  type Field,
} from './field.ts'

/** The access token that lets a call through; that of a sign-in where there is one. */
export const accessTokenMember: Field = {
  name: 'AccessToken',
  label: 'Access token',
  control: 'password',
  sensitivity: 'secret',
  secretKind: 'access token',
  required: true,
  sent: true,
  help: 'With the scope aws.cognito.signin.user.admin, as issued by every sign-in through the API.',
  validationError: validateToken,
}

/** A session that continues from an earlier answer. */
export const sessionMember = (help: string): Field => ({
  name: 'Session',
  label: 'Session',
  control: 'password',
  sensitivity: 'secret',
  secretKind: 'session',
  required: false,
  sent: true,
  help,
  validationError: (value) =>
    value.length >= 20 && value.length <= 2048
      ? undefined
      : 'A session has between 20 and 2048 characters.',
})

/** A refresh token under the name that the operation has for it. */
export const refreshTokenMember = (name: 'RefreshToken' | 'Token'): Field => ({
  name,
  label: 'Refresh token',
  control: 'password',
  sensitivity: 'secret',
  secretKind: 'refresh token',
  required: true,
  sent: true,
  help: 'The five-part string from a sign-in to this app client.',
  validationError: validateToken,
})

/** The user that a public call is about. */
export const usernameMember: Field = {
  name: 'Username',
  label: 'Username',
  control: 'text',
  sensitivity: 'personal',
  required: true,
  sent: true,
  help: 'The username or an alias. SecretHash is computed over exactly this string.',
  validationError: validateUsername,
}

/** A password that goes over the wire as it is. */
export const passwordMember = (name: string, label: string, required: boolean): Field => ({
  name,
  label,
  control: 'password',
  sensitivity: 'secret',
  secretKind: 'password',
  required,
  sent: true,
  help: 'Sent as it is.',
  validationError: passwordPolicyViolation,
})

/** A code from a message. A custom sender may make it of any form, so its digits are not counted. */
export const codeMember = (name: 'Code' | 'ConfirmationCode', help: string): Field => ({
  name,
  label: 'Code',
  control: 'code',
  sensitivity: 'secret',
  secretKind: 'code',
  required: true,
  sent: true,
  help,
  validationError: (value) => (/\s/.test(value) ? 'A code contains no whitespace.' : undefined),
})

/** Attributes by name, such as email; those of one’s own begin with `custom:`. */
export const attributesMember = (required: boolean, help: string): Field => ({
  name: 'UserAttributes',
  label: 'Attributes',
  control: 'pairs',
  sensitivity: 'personal',
  required,
  sent: true,
  help,
})

/** The attribute that a code is about. */
export const attributeNameMember: Field = {
  name: 'AttributeName',
  label: 'Attribute',
  control: 'choice',
  sensitivity: 'public',
  required: true,
  sent: true,
  help: 'Only these two can be verified with a code.',
  choices: [
    { value: 'email', label: 'Email address' },
    { value: 'phone_number', label: 'Phone number' },
  ],
}

/** A device that the pool tracks. */
export const deviceKeyMember = (required = true): Field => ({
  name: 'DeviceKey',
  label: 'Device key',
  control: 'text',
  sensitivity: 'personal',
  required,
  sent: true,
  help: 'As in NewDeviceMetadata or ListDevices: <region>_<UUID>.',
  validationError: validateDeviceKey,
})

/** What ends together with a session. */
export const associatedSessionsMember: Field = {
  name: 'RevokeAssociatedSessions',
  label: 'Associated sessions',
  control: 'choice',
  sensitivity: 'public',
  required: false,
  sent: true,
  help: 'Whether linked sessions, such as single sign-on, end too.',
  choices: [
    { value: '', label: 'Service default' },
    { value: 'LINKED', label: 'End linked sessions' },
    { value: 'NONE', label: 'Only this one' },
  ],
}

/** How many items a page of a list has at most. */
export const pageSizeMember = (name: 'Limit' | 'MaxResults', max: number): Field => ({
  name,
  label: 'Items per page',
  control: 'number',
  sensitivity: 'public',
  required: false,
  sent: true,
  rare: true,
  help: `From 0 to ${String(max)}; the service chooses when it is empty.`,
  validationError: (value) =>
    /^\d+$/.test(value) && Number(value) <= max
      ? undefined
      : `A whole number from 0 to ${String(max)}.`,
})

/** Where the next page of a list begins. */
export const nextPageMember = (name: 'PaginationToken' | 'NextToken'): Field => ({
  name,
  label: 'Next page',
  control: 'password',
  sensitivity: 'secret',
  secretKind: 'text',
  required: false,
  sent: true,
  rare: true,
  help: 'The value of this member in the previous response.',
})

/** A switch of a nested member; left as it is, it is not sent. */
export const switchMember = (name: string, label: string, help: string): Field => ({
  name,
  label,
  control: 'switch',
  sensitivity: 'public',
  required: false,
  sent: true,
  help,
})

/** What threat protection and analytics receive; every public call for a user has it. */
export const contextFields: readonly Field[] = [
  {
    name: 'UserContextData.IpAddress',
    label: 'IP address',
    control: 'text',
    sensitivity: 'personal',
    required: false,
    sent: true,
    rare: true,
    help: 'The user’s address, as threat protection sees it.',
  },
  {
    name: 'UserContextData.EncodedData',
    label: 'Encoded data',
    control: 'password',
    sensitivity: 'secret',
    secretKind: 'context data',
    required: false,
    sent: true,
    rare: true,
    help: 'The fingerprint that Cognito’s context data script generates.',
  },
  {
    name: 'AnalyticsMetadata.AnalyticsEndpointId',
    label: 'Analytics endpoint id',
    control: 'text',
    sensitivity: 'personal',
    required: false,
    sent: true,
    rare: true,
    help: 'The id of an Amazon Pinpoint endpoint.',
  },
]
