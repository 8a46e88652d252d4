import { isJsonObject, listMember, member, textMember } from '../../import/json-object.ts'
import type { ConfigurationSource, FoundValue } from '../configuration-source.ts'
import { flowOfExplicit } from '../explicit-flows.ts'
import { membersAt } from '../members.ts'

interface Instance {
  readonly type: string
  readonly label: string
  readonly attributes: unknown
}

const instancesIn = (json: unknown): readonly Instance[] =>
  listMember(json, 'resources').flatMap((resource) => {
    const type = textMember(resource, 'type') ?? ''
    const name = textMember(resource, 'name') ?? ''
    return listMember(resource, 'instances').map((instance, at, all) => ({
      type,
      label: `${type}.${name}${all.length > 1 ? `[${String(at)}]` : ''}`,
      attributes: member(instance, 'attributes'),
    }))
  })

/** The client belongs to the pool that its own attributes name, so that its label is its own. */
function clientOf({ attributes, label }: Instance): readonly FoundValue[] {
  const found = membersAt(
    attributes,
    [
      ['name', 'name'],
      ['user_pool_id', 'userPoolId'],
      ['id', 'clientId'],
      ['client_secret', 'clientSecret'],
      ['auth_session_validity', 'authSessionValidity'],
    ],
    label,
  )
  const flows = listMember(attributes, 'explicit_auth_flows')
  return [...found, ...flowOfExplicit(flows, 'explicit_auth_flows', label)].map((value) => ({
    ...value,
    place: `${label}.${value.place}`,
  }))
}

/** `terraform.tfstate` of version 4, which OpenTofu writes too. */
export const terraformStateSource: ConfigurationSource = {
  id: 'terraform-state',
  title: 'Terraform state',
  recognises: ({ json }) => isJsonObject(json) && instancesIn(json).length > 0,
  read: ({ json }) => {
    const instances = instancesIn(json)
    const clients = instances.filter(({ type }) => type === 'aws_cognito_user_pool_client')
    const pools = instances.filter(({ type }) => type === 'aws_cognito_user_pool')
    return [
      ...clients.flatMap(clientOf),
      ...pools.flatMap(({ attributes, label }) =>
        membersAt(attributes, [['id', 'userPoolId']], clients.length > 0 ? label : undefined).map(
          (value) => ({ ...value, place: `${label}.id` }),
        ),
      ),
    ]
  },
}
