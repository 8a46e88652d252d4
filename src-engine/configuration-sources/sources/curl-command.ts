import type { ConfigurationSource } from '../configuration-source.ts'
import { readCopiedRequest } from '../copied-request.ts'

/** A JSON body with a ClientId, quoted for a shell in either way, or as DevTools copies it. */
function bodyOf(text: string): { readonly body: string; readonly index: number } | undefined {
  const found =
    /(?:--data(?:-raw|-binary|-ascii)?|-d|--json)[=\s]+\$?(?:'((?:[^']|'\\'')*)'|"((?:[^"\\]|\\.)*)")/s.exec(
      text,
    )
  if (!found) return undefined
  const body = found[1]?.replaceAll("'\\''", "'") ?? found[2]?.replace(/\\(["\\$`])/g, '$1') ?? ''
  return { body, index: found.index }
}

/** “Copy as cURL (cmd)” escapes with carets. */
const withoutCarets = (text: string): string =>
  text.includes('^"') ? text.replace(/\^([^\n]|(?=\n))/g, '$1') : text

/** A curl command of a call to the service, or to the token endpoint of managed login. */
export const curlCommandSource: ConfigurationSource = {
  id: 'curl-command',
  title: 'curl command',
  recognises: ({ text }) => /^\s*(?:\$\s+)?curl(?:\.exe)?\s/.test(text),
  read: (document) => {
    const text = withoutCarets(document.text)
    return readCopiedRequest(text, bodyOf(text))
  },
}
