import { parseJsonObject, textMember } from '../../import/json-object.ts'
import type { ConfigurationSource, FoundText } from '../configuration-source.ts'
import { pastedAddress } from '../pasted-address.ts'
import { lineAt } from '../source-document.ts'

/** A JSON body with a ClientId, quoted for a shell in either way, or as DevTools copies it. */
function bodyOf(text: string): { readonly json: unknown; readonly index: number } | undefined {
  const found =
    /(?:--data(?:-raw|-binary|-ascii)?|-d|--json)[=\s]+\$?(?:'((?:[^']|'\\'')*)'|"((?:[^"\\]|\\.)*)")/s.exec(
      text,
    )
  if (!found) return undefined
  const body = found[1]?.replaceAll("'\\''", "'") ?? found[2]?.replace(/\\(["\\$`])/g, '$1') ?? ''
  return { json: parseJsonObject(body), index: found.index }
}

/** A curl command of a call to the service, or to the token endpoint of managed login. */
export const curlCommandSource: ConfigurationSource = {
  id: 'curl-command',
  title: 'curl command',
  recognises: ({ text }) => /^\s*(?:\$\s+)?curl(?:\.exe)?\s/.test(text),
  read: ({ text }) => {
    const [address = ''] = /https?:\/\/[^\s'"\\]+/i.exec(text) ?? []
    const place = lineAt(text, text.indexOf(address))
    const body = bodyOf(text)
    const inBody = (name: string, field: FoundText['field'], from = body?.json): FoundText[] => {
      const value = textMember(from, name)
      return value === undefined || !body
        ? []
        : [{ field, text: value, place: `${lineAt(text, body.index)}, ${name}` }]
    }
    const parameters = body ? (body.json as Record<string, unknown> | undefined) : undefined
    const clientId = /client_id=([\w+]+)/.exec(text)?.[1]
    return [
      ...pastedAddress(address, place),
      ...inBody('UserPoolId', 'userPoolId'),
      ...inBody('ClientId', 'clientId'),
      ...inBody('AuthFlow', 'flow'),
      ...inBody('USERNAME', 'username', parameters?.['AuthParameters']),
      ...(clientId === undefined
        ? []
        : [{ field: 'clientId', text: clientId, place } satisfies FoundText]),
    ]
  },
}
