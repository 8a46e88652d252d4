import type { ConfigurationSource } from '../configuration-source.ts'
import { namedValuesIn, readNamedValue } from '../named-value.ts'

/** CDK and SST outputs, and any other JSON that has ids under arbitrary names. */
export const jsonFileSource: ConfigurationSource = {
  id: 'json',
  title: 'JSON file with stack outputs',
  recognises: ({ json }) => json !== undefined,
  read: ({ json }) => namedValuesIn(json).flatMap(readNamedValue),
}
