import { defineChallenge, listParameter } from '../define-challenge.ts'
import { passwordPolicyViolation } from '../field.ts'

const prefix = 'userAttributes.'

export const newPasswordRequired = defineChallenge({
  name: 'NEW_PASSWORD_REQUIRED',
  title: 'New password',
  why: 'An administrator created this user with a temporary password, which has just been accepted. Cognito now requires a permanent one, and the required attributes that have no value yet.',
  promptText: (parameters) => {
    const required = listParameter(parameters, 'requiredAttributes')
    const names = required.map((name) => name.replace(prefix, ''))
    return names.length === 0
      ? 'A permanent password is required; no attribute is missing.'
      : `A permanent password is required, and: ${names.join(', ')}.`
  },
  answered: 'New password sent.',
  fields: (parameters) => [
    {
      name: 'NEW_PASSWORD',
      label: 'New password',
      control: 'password',
      sensitivity: 'secret',
      secretKind: 'password',
      required: true,
      sent: true,
      help: 'Must follow the pool’s password policy.',
      validationError: passwordPolicyViolation,
    },
    ...listParameter(parameters, 'requiredAttributes').map((name) => {
      const wireName = name.startsWith(prefix) ? name : `${prefix}${name}`
      return {
        name: wireName,
        label: wireName.slice(prefix.length),
        control: 'text',
        sensitivity: 'personal',
        required: true,
        sent: true,
        help: 'Required by the pool and not set yet. Attributes that have a value are not sent back: Cognito refuses that.',
      } as const
    }),
  ],
})
