import type { ConfigurationSource, FoundText } from '../configuration-source.ts'
import { lineAt } from '../source-document.ts'

const options: readonly (readonly [option: string, field: FoundText['field']])[] = [
  ['user-pool-id', 'userPoolId'],
  ['client-id', 'clientId'],
  ['region', 'region'],
  ['endpoint-url', 'endpoint'],
  ['auth-flow', 'flow'],
]

/** A command line of the AWS CLI. */
export const awsCliCommandSource: ConfigurationSource = {
  id: 'aws-cli-command',
  title: 'AWS CLI command',
  recognises: ({ text }) => /^\s*(?:\$\s+)?aws\s(?:.*\s)?cognito-idp\s/s.test(text),
  read: ({ text }) =>
    options.flatMap(([option, field]): FoundText[] => {
      const found = new RegExp(`--${option}[= ]\\s*["']?([^\\s"'\\\\]+)`).exec(text)
      return found?.[1] === undefined
        ? []
        : [{ field, text: found[1], place: `${lineAt(text, found.index)}, --${option}` }]
    }),
}
