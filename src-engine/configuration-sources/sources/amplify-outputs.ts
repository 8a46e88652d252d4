import { member } from '../../import/json-object.ts'
import type { ConfigurationSource } from '../configuration-source.ts'
import { membersAt } from '../members.ts'
import { namedValuesIn, readNamedValue } from '../named-value.ts'

/** `amplify_outputs.json` of Amplify Gen 2, and the same in `amplify_outputs.dart`. */
export const amplifyOutputsSource: ConfigurationSource = {
  id: 'amplify-outputs',
  title: 'amplify_outputs.json',
  recognises: ({ json }) => member(member(json, 'auth'), 'user_pool_id') !== undefined,
  read: ({ json }) => [
    ...membersAt(json, [
      ['auth.aws_region', 'region'],
      ['auth.user_pool_id', 'userPoolId'],
      ['auth.user_pool_client_id', 'clientId'],
      ['auth.authentication_flow_type', 'flow'],
    ]),
    // Amplify has no member for an endpoint: who has one of their own adds it as a custom output.
    ...namedValuesIn(member(json, 'custom'), 'custom')
      .flatMap(readNamedValue)
      .filter(({ field }) => field === 'endpoint')
      .map(({ client: _any, ...found }) => found),
  ],
}
