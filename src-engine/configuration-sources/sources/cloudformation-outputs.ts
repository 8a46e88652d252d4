import { isJsonObject, listMember, member, textMember } from '../../import/json-object.ts'
import type { ConfigurationSource } from '../configuration-source.ts'
import { readNamedValue, type NamedValue } from '../named-value.ts'

/** `describe-stacks`, one of its stacks, or its list of outputs alone. */
function outputsIn(json: unknown): readonly NamedValue[] {
  const stacks = listMember(json, 'Stacks')
  if (stacks.length > 0)
    return stacks.flatMap((stack, at) => outputsOf(stack, `Stacks[${String(at)}].`))
  return Array.isArray(json) ? outputsOf({ Outputs: json }, '') : outputsOf(json, '')
}

const outputsOf = (stack: unknown, path: string): readonly NamedValue[] =>
  listMember(stack, 'Outputs').flatMap((output) => {
    const name = textMember(output, 'OutputKey')
    const value = textMember(output, 'OutputValue')
    return name === undefined || value === undefined
      ? []
      : [{ name, value, place: `${path}Outputs.${name}` }]
  })

/** `aws cloudformation describe-stacks`, whoever made the stack. */
export const cloudFormationOutputsSource: ConfigurationSource = {
  id: 'cloudformation-outputs',
  title: 'CloudFormation outputs',
  recognises: ({ json }) =>
    (isJsonObject(json) || Array.isArray(json)) &&
    (outputsIn(json).length > 0 || member(json, 'Stacks') !== undefined),
  read: ({ json }) => outputsIn(json).flatMap(readNamedValue),
}
