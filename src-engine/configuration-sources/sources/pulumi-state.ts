import { isJsonObject, listMember, member, textMember } from '../../import/json-object.ts'
import type { ConfigurationSource, FoundValue } from '../configuration-source.ts'
import { flowOfExplicit } from '../explicit-flows.ts'
import { membersAt } from '../members.ts'
import { pulumiSecret } from '../pulumi-secret.ts'

interface Resource {
  /** `UserPoolClient`, in both of Pulumi's providers. */
  readonly type: string
  readonly label: string
  /** Its outputs, with the secrets that are not encrypted, and its id as `resourceId`. */
  readonly outputs: Readonly<Record<string, unknown>>
}

/** `pulumi stack export`, and the files of a state, which SST keeps too. */
const resourcesIn = (json: unknown): readonly unknown[] =>
  [
    member(json, 'deployment'),
    member(member(json, 'checkpoint'), 'latest'),
    member(json, 'latest'),
  ].flatMap((state) => listMember(state, 'resources'))

const cognitoResourcesIn = (json: unknown): readonly Resource[] =>
  resourcesIn(json).flatMap((resource) => {
    const [, type] =
      /^aws(?:-native)?:cognito(?:\/\w+)?:(?:Managed)?(UserPool(?:Client)?)$/.exec(
        textMember(resource, 'type') ?? '',
      ) ?? []
    const outputs = member(resource, 'outputs')
    if (type === undefined || !isJsonObject(outputs)) return []
    const name = textMember(resource, 'urn')?.split('::').at(-1) ?? ''
    const values = Object.entries(outputs).map(([key, value]) => [
      key,
      pulumiSecret(value) ?? value,
    ])
    const open = Object.fromEntries(values) as Resource['outputs']
    return [
      { type, label: `${type}.${name}`, outputs: { ...open, resourceId: member(resource, 'id') } },
    ]
  })

/** The client belongs to the pool that its own outputs name, so that its label is its own. */
function clientOf({ label, outputs }: Resource): readonly FoundValue[] {
  const found = membersAt(
    outputs,
    [
      [outputs['name'] === undefined ? 'clientName' : 'name', 'name'],
      ['userPoolId', 'userPoolId'],
      // The native provider has both ids in the one of the resource.
      [outputs['clientId'] === undefined ? 'resourceId' : 'clientId', 'clientId'],
      ['clientSecret', 'clientSecret'],
      ['authSessionValidity', 'authSessionValidity'],
    ],
    label,
  )
  const flows = listMember(outputs, 'explicitAuthFlows')
  return placed(label, [...found, ...flowOfExplicit(flows, 'explicitAuthFlows', label)])
}

const placed = (label: string, values: readonly FoundValue[]): readonly FoundValue[] =>
  values.map((value) => ({
    ...value,
    place: `${label}.${value.place.replace('resourceId', 'id')}`,
  }))

/** The state of a stack of Pulumi; client secrets are in it after `--show-secrets`. */
export const pulumiStateSource: ConfigurationSource = {
  id: 'pulumi-state',
  title: 'Pulumi state',
  recognises: ({ json }) => cognitoResourcesIn(json).length > 0,
  read: ({ json }) => {
    const resources = cognitoResourcesIn(json)
    const clients = resources.filter(({ type }) => type === 'UserPoolClient')
    const pools = resources.filter(({ type }) => type === 'UserPool')
    return [
      ...clients.flatMap(clientOf),
      ...pools.flatMap(({ label, outputs }) =>
        placed(
          label,
          membersAt(
            outputs,
            [['resourceId', 'userPoolId']],
            clients.length > 0 ? label : undefined,
          ),
        ),
      ),
    ]
  },
}
