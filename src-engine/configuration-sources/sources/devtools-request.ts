import type { ConfigurationSource } from '../configuration-source.ts'
import { readCopiedRequest } from '../copied-request.ts'

/** The text of a body in quotation marks, which JavaScript escapes by \ and PowerShell by `. */
function bodyOf(text: string): { readonly body: string; readonly index: number } | undefined {
  const found = /(?:\bbody"?\s*:|-Body)\s*"((?:[^"\\`]|[\\`].)*)"/s.exec(text)
  return found
    ? { body: (found[1] ?? '').replace(/[\\`](.)/g, '$1'), index: found.index }
    : undefined
}

/** What DevTools copies as fetch, as fetch of Node.js and as PowerShell. */
export const devToolsRequestSource: ConfigurationSource = {
  id: 'devtools-request',
  title: 'request copied from DevTools',
  recognises: ({ text }) =>
    /^\s*(?:await\s+)?fetch\(\s*"https?:/.test(text) || /^[^\n]*\bInvoke-WebRequest\b/m.test(text),
  read: ({ text }) => readCopiedRequest(text, bodyOf(text)),
}
