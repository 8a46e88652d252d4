import { listMember } from '../../import/json-object.ts'
import type { ConfigurationSource } from '../configuration-source.ts'
import { membersAt } from '../members.ts'

const name = 'UserPoolClients'

/** The answer of `aws cognito-idp list-user-pool-clients`, which has no secrets. */
export const appClientListSource: ConfigurationSource = {
  id: 'app-client-list',
  title: 'list of app clients (AWS CLI)',
  recognises: ({ json }) => listMember(json, name).length > 0,
  read: ({ json }) =>
    listMember(json, name).flatMap((client, index) => {
      const label = `${name}.${String(index)}`
      return membersAt(
        client,
        [
          ['ClientName', 'name'],
          ['UserPoolId', 'userPoolId'],
          ['ClientId', 'clientId'],
        ],
        label,
      ).map((value) => ({ ...value, place: `${label}.${value.place}` }))
    }),
}
