/** As much of Electron's IpcMainInvokeEvent as says who calls. */
export interface Caller {
  readonly sender: { readonly id: number }
  readonly senderFrame: { readonly parent: unknown; readonly origin: string } | null
}

/** The one place that calls are taken from. */
export interface OwnWindow {
  /** The id of the window's web contents. */
  readonly id: number
  /** As in `app://authscope`. */
  readonly origin: string
}

/**
 * Whether a call comes from the top frame of our own window at our own origin. Asked before name or
 * input of the call are looked at. A frame that is gone already (null) is not trusted.
 */
export const isTrusted = ({ sender, senderFrame }: Caller, own: OwnWindow): boolean =>
  sender.id === own.id &&
  senderFrame !== null &&
  senderFrame.parent === null &&
  senderFrame.origin === own.origin
