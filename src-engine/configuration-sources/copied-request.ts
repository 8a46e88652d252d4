import { parseJsonObject, textMember } from '../import/json-object.ts'
import type { FoundText } from './configuration-source.ts'
import { pastedAddress } from './pasted-address.ts'
import { lineAt } from './source-document.ts'

/** The address and the body of a request that a browser copied, whatever for; never a password. */
export function readCopiedRequest(
  text: string,
  found: { readonly body: string; readonly index: number } | undefined,
): readonly FoundText[] {
  const service = /https?:\/\/[^\s'"\\/]*cognito-idp[^\s'"\\]*/i.exec(text)
  const [address = ''] = service ?? /https?:\/\/[^\s'"\\]+/i.exec(text) ?? []
  const place = lineAt(text, text.indexOf(address))
  const json = found && parseJsonObject(found.body)
  const inBody = (name: string, field: FoundText['field'], from: unknown = json): FoundText[] => {
    const value = textMember(from, name)
    return value === undefined || !found
      ? []
      : [{ field, text: value, place: `${lineAt(text, found.index)}, ${name}` }]
  }
  const parameters = json?.['AuthParameters']
  const clientId = /client_id=([\w+]+)/.exec(text)?.[1]
  return [
    ...pastedAddress(address, place),
    ...inBody('UserPoolId', 'userPoolId'),
    ...inBody('ClientId', 'clientId'),
    ...inBody('AuthFlow', 'flow'),
    ...(parameters === undefined ? [] : inBody('USERNAME', 'username', parameters)),
    ...(clientId === undefined
      ? []
      : [{ field: 'clientId', text: clientId, place } satisfies FoundText]),
  ]
}
