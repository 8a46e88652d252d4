import type { ConfigurationSource, ConnectionField, FoundText } from '../configuration-source.ts'
import { lineAt } from '../source-document.ts'

const fields: Readonly<Record<string, ConnectionField>> = {
  aws_cognito_region: 'region',
  aws_user_pools_id: 'userPoolId',
  aws_user_pools_web_client_id: 'clientId',
}

/** `aws-exports.js`, `.ts` and `.json` of Amplify Gen 1: one object, with quotes of any kind. */
export const awsExportsSource: ConfigurationSource = {
  id: 'aws-exports',
  title: 'aws-exports.js',
  recognises: ({ text }) => /\baws_user_pools_id\b/.test(text),
  read: ({ text }) =>
    [...text.matchAll(/(["'`]?)(aws_\w+)\1\s*:\s*(["'`])([^"'`\n]+)\3/g)].flatMap(
      (found): FoundText[] => {
        const [, , name = '', , value = ''] = found
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined
        return field ? [{ field, text: value.trim(), place: lineAt(text, found.index) }] : []
      },
    ),
}
