import { isJsonObject, member } from '../../import/json-object.ts'
import type { ConfigurationSource } from '../configuration-source.ts'
import { namedValuesIn, readNamedValue } from '../named-value.ts'

/** `terraform output -json`: each output with its value, its type, and whether it is sensitive. */
export const terraformOutputsSource: ConfigurationSource = {
  id: 'terraform-outputs',
  title: 'Terraform outputs',
  recognises: ({ json }) =>
    isJsonObject(json) &&
    Object.values(json).length > 0 &&
    Object.values(json).every(
      (output) =>
        member(output, 'value') !== undefined && typeof member(output, 'sensitive') === 'boolean',
    ),
  read: ({ json }) =>
    Object.entries(json as object).flatMap(([name, output]) => {
      const value = member(output, 'value')
      return typeof value === 'string'
        ? readNamedValue({ name, value, place: name })
        : namedValuesIn(value, name).flatMap(readNamedValue)
    }),
}
