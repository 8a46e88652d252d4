import { exception, type RefusalText } from './refusal.ts'

const invalidParameter = exception('InvalidParameterException')
const notFound = exception('ResourceNotFoundException')

/** What is refused of replicas, and what a replica refuses. */
export const replicaRefusals = {
  notEnabled: exception('OperationNotEnabledException')(
    'This operation is not enabled for a secondary replica.',
    'assumed',
  ),
  inactive: exception('OperationNotEnabledException')('The replica is not active.', 'assumed'),
  active: exception('InvalidParameterException')(
    'Only an inactive replica can be deleted.',
    'assumed',
  ),
  thereAlready: exception('InvalidParameterException')(
    'The user pool has a replica already.',
    'assumed',
  ),
  ownRegion: invalidParameter('The replica must be in another region.', 'assumed'),
  keyNeeded: invalidParameter(
    'A user pool needs a multi-Region customer managed key to be replicated.',
    'assumed',
  ),
  unknown: notFound('Replica does not exist.', 'assumed'),
} as const satisfies Record<string, RefusalText>
