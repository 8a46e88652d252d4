import { readToken } from '../../tokens/read-token.ts'
import type { ConfigurationSource, FoundValue } from '../configuration-source.ts'
import { readNamedValue } from '../named-value.ts'
import { linesOf } from '../source-document.ts'

/** `CognitoIdentityServiceProvider.CLIENT.USER.idToken` and its value: JSON, a table, or cookies. */
const entry =
  /CognitoIdentityServiceProvider\.([\w+]{1,128})\.([^\t\n"':=]{1,300})["']?[ \t]*[\t:=][ \t]*["']?([^\s"',;]+)/g

function read(text: string): readonly FoundValue[] {
  const lineAt = linesOf(text)
  return [...text.matchAll(entry)].flatMap(
    ({ 1: client = '', 2: name = '', 3: value = '', index }) => {
      const place = `${lineAt(index)}, ${name.split('.').at(-1) ?? name}`
      const found: FoundValue[] = [{ field: 'clientId', text: client, place, client }]
      if (name === 'LastAuthUser') found.push({ field: 'username', text: value, place, client })
      if (/\.(?:id|access)Token$/.test(name)) {
        const issuer = readToken(value).claims?.['iss']
        if (typeof issuer === 'string')
          found.push(...readNamedValue({ name: 'issuer', value: issuer, place, client }))
      }
      return found
    },
  )
}

/** What Amplify keeps in the storage of a browser: the client ID, the user, and the pool in tokens. */
export const amplifyStorageSource: ConfigurationSource = {
  id: 'amplify-storage',
  title: 'local storage of Amplify',
  recognises: ({ text }) => text.includes('CognitoIdentityServiceProvider.'),
  read: ({ text }) => read(text),
}
