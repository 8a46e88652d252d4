/** One execution of a trigger, for whoever watches the pool. Contains its event in plain text. */
export interface TriggerExecution {
  readonly userPoolId: string
  /** The x-amzn-RequestId of the call that it belongs to; empty for a trial. */
  readonly requestId: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly trigger: string
  readonly triggerSource: string
  /** As the function got it. */
  readonly event: Readonly<Record<string, unknown>>
  /** What the function returned; absent when it did not. */
  readonly answer?: unknown
  /** The refusal that its error, or its wrong answer, gives the caller. */
  readonly error?: { readonly type: string; readonly message: string }
  /** The line of the source at which it failed, where that is known. */
  readonly line?: number
  readonly console: readonly string[]
  readonly durationMs: number
}
