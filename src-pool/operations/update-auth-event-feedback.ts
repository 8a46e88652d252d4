import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { defineOperation } from './operation.ts'

/** UpdateAuthEventFeedback, which a pool without threat protection refuses. */
export const updateAuthEventFeedback = defineOperation(
  'UpdateAuthEventFeedback',
  {
    UserPoolId: required(model.userPoolId),
    Username: required(model.username),
    EventId: required({ kind: 'text', min: 1, max: 50, pattern: '[\\w+-]+' }),
    FeedbackToken: required(model.token),
    FeedbackValue: required({ kind: 'text', values: ['Valid', 'Invalid'] }),
  },
  ({ pools }, { UserPoolId }) => {
    if (!pools.some(({ id }) => id === UserPoolId)) refuse(accountRefusals.poolUnknown(UserPoolId))
    return refuse(accountRefusals.addOnOff)
  },
)
