import { clientProbeFact } from '../../facts/client-probe.ts'
import { factAmong } from '../../facts/facts-of.ts'
import { historyFact, otherProfileFact } from '../../facts/history.ts'
import { passwordFact } from '../../facts/password.ts'
import { factOf } from '../evidence.ts'
import { act, awsCli, poolOption, readUser, userOption } from '../next-moves.ts'
import { notRecorded } from '../not-recorded.ts'
import { inFact, inResponse, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

/** Challenges whose answer no password is part of. */
const withoutPassword = new Set(['CUSTOM_CHALLENGE', 'DEVICE_PASSWORD_VERIFIER', 'WEB_AUTHN'])

export const wrongPassword = defineRule({
  code: 'AS1101',
  slug: 'account/wrong-password',
  title: 'The password is wrong',
  meaning:
    'The user exists, or may exist, and this is not their password. It may have been a temporary password that was replaced, or a password that was changed elsewhere.',
  recognised:
    'Cognito has one message for a dozen causes, so this is what remains when nothing in the trace indicates another one.',
  fix: 'Type the password again, check the keyboard layout, or set a known one. UserStatus in admin-get-user shows a temporary password (FORCE_CHANGE_PASSWORD) or a user of an identity provider (EXTERNAL_PROVIDER), who has none.',
  excludedBy:
    'The same password, accepted in an earlier sign-in of the same user to the same client, or to another of its pool.',
  sources: ['Developer guide, “Managing errors”', 'amplify-js#9399'],
  look: (step, evidence) => {
    if (step.challenge !== undefined && withoutPassword.has(step.challenge)) return undefined
    const history = factAmong(evidence.known, historyFact)
    if (history?.samePassword === 'accepted')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(
            { number: 0 },
            historyFact,
            'accepted',
            `The same password was accepted before, by ${history.samePasswordFlow ?? 'another sign-in'}`,
          ),
        ],
      }
    const other = factAmong(evidence.known, otherProfileFact)
    if (other?.differs === 'app client' || other?.differs === 'client secret')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(
            { number: 0 },
            otherProfileFact,
            other.differs,
            `The same password was accepted through another ${other.differs === 'app client' ? 'app client' : 'profile'} of this pool`,
          ),
        ],
      }
    const message = step.refusal?.message ?? ''
    const before = evidence.steps.filter(
      ({ number, refusal }) => number < step.number && refusal?.message === message,
    )
    const bySrp = step.challenge === 'PASSWORD_VERIFIER'
    return {
      verdict: 'possible',
      evidence: [
        refusalPlace(step),
        ...before.map((one) => inResponse(one, 'message', message, 'Refused before, too')),
        ...(bySrp && !factOf(step, passwordFact)
          ? [
              notRecorded(
                step,
                passwordFact.name,
                'SRP does not send the password, so this trace does not show whether it has whitespace at its ends, or whether the proof was computed correctly from it',
              ),
            ]
          : []),
      ],
      next: [
        ...(bySrp && factAmong(evidence.known, clientProbeFact)?.['USER_PASSWORD_AUTH'] !== 'no'
          ? [
              act('Try the same password with USER_PASSWORD_AUTH', {
                do: 'retry',
                flow: 'USER_PASSWORD_AUTH',
              }),
            ]
          : []),
        act('Type the password again', { do: 'edit input', field: 'PASSWORD' }),
        readUser(step, evidence),
        awsCli(
          evidence,
          'admin-set-user-password',
          {
            ...poolOption(evidence),
            ...userOption(step),
            'cli-input-json': 'file://password.json',
          },
          'uncertain',
        ),
      ],
    }
  },
})
