/** What the script in the page comes to: a credential as JSON, or the browser's error. */
export type PageAnswer =
  | { readonly credential: Readonly<Record<string, unknown>> }
  | { readonly error: string; readonly message: string }

/** The page of the relying party; seen only while a security key is waited for. */
export const pageOf = (rpId: string, act: 'create' | 'get'): string =>
  [
    '<!doctype html><meta charset="utf-8"><title>Security key</title>',
    '<style>:root{color-scheme:light dark}body{margin:24px;font:14px/1.5 system-ui,sans-serif}',
    'button{font:inherit;padding:4px 14px}</style>',
    `<h1 style="font-size:17px">${act === 'create' ? 'Create a passkey' : 'Sign with a passkey'}</h1>`,
    `<p>Touch your security key. The request is from <strong>${escaped(rpId)}</strong>.</p>`,
    '<button type="button" autofocus>Cancel</button>',
  ].join('')

/**
 * The script that asks the authenticator, as text for the page. It never throws.
 * @param limit milliseconds after which it gives up
 */
export const scriptOf = (act: 'create' | 'get', options: object, limit: number): string => `
(async (options, limit) => {
  const stop = new AbortController()
  document.querySelector('button').addEventListener('click', () => {
    stop.abort(new DOMException('Cancelled.', 'AbortError'))
  })
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(limit)])
  try {
    const publicKey = ${act === 'create' ? 'PublicKeyCredential.parseCreationOptionsFromJSON' : 'PublicKeyCredential.parseRequestOptionsFromJSON'}(options)
    const made = await navigator.credentials.${act}({ publicKey, signal })
    return { credential: made.toJSON() }
  } catch (error) {
    return { error: error.name, message: error.message }
  }
})(${JSON.stringify(options)}, ${String(limit)})`

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
