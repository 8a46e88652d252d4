import { defineOperation } from '../define-operation.ts'
import { usernameMember } from '../operation-fields.ts'

export const updateAuthEventFeedback = defineOperation({
  name: 'UpdateAuthEventFeedback',
  title: 'Give threat protection feedback',
  why: 'Says whether the user performed a sign-in that threat protection warned about. The token and the event id are in the message that it sent.',
  group: 'Sessions and tokens',
  authorised: 'feedback token',
  fields: [
    usernameMember,
    {
      name: 'EventId',
      label: 'Event id',
      control: 'text',
      sensitivity: 'public',
      required: true,
      sent: true,
      help: 'From the link in the message.',
      validationError: (value) =>
        /^[\w+-]{1,50}$/.test(value)
          ? undefined
          : 'An event id has at most 50 characters: letters, digits, - + and _.',
    },
    {
      name: 'FeedbackToken',
      label: 'Feedback token',
      control: 'password',
      sensitivity: 'secret',
      secretKind: 'feedback token',
      required: true,
      sent: true,
      help: 'From the link in the message.',
    },
    {
      name: 'FeedbackValue',
      label: 'Was it the user?',
      control: 'choice',
      sensitivity: 'public',
      required: true,
      sent: true,
      help: 'Sent to threat protection as feedback.',
      choices: [
        { value: 'Valid', label: 'Yes' },
        { value: 'Invalid', label: 'No' },
      ],
    },
  ],
  effects: [],
  done: 'Feedback sent.',
})
