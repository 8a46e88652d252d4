import { isJsonObject, listMember, member } from '../../import/json-object.ts'
import type { ConfigurationSource, FoundValue } from '../configuration-source.ts'
import { flowOfExplicit } from '../explicit-flows.ts'
import { membersAt } from '../members.ts'

const name = 'UserPoolClient'

/** The answer of `aws cognito-idp describe-user-pool-client`, and of create and update. */
export const appClientDescriptionSource: ConfigurationSource = {
  id: 'app-client-description',
  title: 'description of an app client (AWS CLI)',
  recognises: ({ json }) => isJsonObject(member(json, name)),
  read: ({ json }): readonly FoundValue[] => [
    ...membersAt(json, [
      [`${name}.ClientName`, 'name'],
      [`${name}.UserPoolId`, 'userPoolId'],
      [`${name}.ClientId`, 'clientId'],
      [`${name}.ClientSecret`, 'clientSecret'],
      [`${name}.AuthSessionValidity`, 'authSessionValidity'],
    ]),
    ...flowOfExplicit(
      listMember(member(json, name), 'ExplicitAuthFlows'),
      `${name}.ExplicitAuthFlows`,
    ),
  ],
}
