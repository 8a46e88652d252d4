import { isJsonObject, member } from '../../import/json-object.ts'
import type { ConfigurationSource, FoundValue } from '../configuration-source.ts'
import { membersAt, type MemberField } from '../members.ts'

const poolMembers: readonly (readonly [member: string, field: MemberField[1]])[] = [
  ['Region', 'region'],
  ['PoolId', 'userPoolId'],
  ['AppClientId', 'clientId'],
  ['AppClientSecret', 'clientSecret'],
  ['Endpoint', 'endpoint'],
]
/** Where the plug-in of Amplify Gen 1 stands, and nothing in the older file. */
const plugin = 'auth.plugins.awsCognitoAuthPlugin'

const poolsIn = (json: unknown): readonly { path: string; pools: unknown }[] =>
  [`${plugin}.CognitoUserPool`, 'CognitoUserPool']
    .map((path) => ({ path, pools: path.split('.').reduce<unknown>(member, json) }))
    .filter(({ pools }) => isJsonObject(pools))

/** `amplifyconfiguration.json` and `.dart` of Amplify Gen 1 for phones, `awsconfiguration.json`. */
export const amplifyConfigurationSource: ConfigurationSource = {
  id: 'amplify-configuration',
  title: 'amplifyconfiguration.json',
  recognises: ({ json }) => poolsIn(json).length > 0,
  read: ({ json }) =>
    poolsIn(json).flatMap(({ path, pools }) =>
      Object.keys(pools as object).flatMap((name): readonly FoundValue[] => {
        const client = name === 'Default' ? '' : name.toLowerCase()
        const auth = path.replace('CognitoUserPool', `Auth.${name}`)
        return [
          ...membersAt(
            json,
            poolMembers.map(([last, field]): MemberField => [`${path}.${name}.${last}`, field]),
            client,
          ),
          ...membersAt(json, [[`${auth}.authenticationFlowType`, 'flow']], client),
        ]
      }),
    ),
}
