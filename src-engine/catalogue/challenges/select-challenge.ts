import { defineChallenge } from '../define-challenge.ts'
import { provedPasswordField, sentPasswordField } from '../field.ts'
import { firstFactors } from '../first-factors.ts'
import { withSrpA } from '../srp-a.ts'

const passwordSrp = 'PASSWORD_SRP'

const chosen = (challenge: string) => ({ field: 'ANSWER', is: [challenge] })

const label = (challenge: string) =>
  firstFactors.find(({ value }) => value === challenge)?.label ?? challenge

/** Many times as many as Cognito has factors. */
const maxChoices = 50

export const selectChallenge = defineChallenge({
  name: 'SELECT_CHALLENGE',
  title: 'Choice of the first factor',
  why: 'USER_AUTH was started without a preference, or with one that this user does not have. AvailableChallenges lists what the pool allows and the user can do: codes need a verified address and the Essentials tier, and a temporary password allows only passwords.',
  promptText: () => 'Which factor should the sign-in start with?',
  answered: 'First factor chosen.',
  fields: (_parameters, available = []) => [
    {
      name: 'ANSWER',
      label: 'First factor',
      control: 'choice',
      sensitivity: 'public',
      required: true,
      sent: true,
      help: 'One of AvailableChallenges.',
      choices:
        available.length > 0
          ? [...new Set(available)]
              .slice(0, maxChoices)
              .map((value) => ({ value, label: label(value) }))
          : firstFactors,
    },
    { ...sentPasswordField, when: chosen('PASSWORD') },
    { ...provedPasswordField, when: chosen(passwordSrp) },
  ],
  complete: ({ ports }, inputs) =>
    inputs['ANSWER'] === passwordSrp ? withSrpA(inputs, ports) : { values: inputs, shown: [] },
})
