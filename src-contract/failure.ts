/** Why a call of the contract failed: a stable code, a sentence, and evidence without secrets. */
export interface Failure {
  readonly code: string
  readonly message: string
  readonly detail?: unknown
}

/** What every call of the contract answers with; it never rejects. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/** A failure as an exception, on either side of the contract. The message may be shown as it is. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError'
  readonly code: string
  readonly detail: unknown

  constructor(code: string, message: string, detail?: unknown) {
    super(message)
    this.code = code
    this.detail = detail
  }
}
