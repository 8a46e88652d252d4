import { BridgeError } from '#contract/failure.ts'

/** Confirmations of unredacted exports: each is valid once, and for what was looked at. */
export interface ExportConfirmations {
  /** @param looked what the person was shown, as a text */
  readonly give: (looked: string) => string
  /** @throws BridgeError `export-unconfirmed` or `export-changed` */
  readonly spend: (confirmation: string, looked: string) => void
  /** As long as nothing has left, the person need not look again. */
  readonly giveBack: (confirmation: string, looked: string) => void
}

/** @param newConfirmation a text that nobody guesses, new each time */
export function exportConfirmations(newConfirmation: () => string): ExportConfirmations {
  /** What was looked at, by the confirmation that was given for it. */
  const confirmed = new Map<string, string>()
  return {
    give: (looked) => {
      const confirmation = newConfirmation()
      confirmed.set(confirmation, looked)
      return confirmation
    },
    spend: (confirmation, looked) => {
      const seen = confirmed.get(confirmation)
      confirmed.delete(confirmation)
      if (seen === undefined)
        throw new BridgeError(
          'export-unconfirmed',
          'Review and confirm the contents of an unredacted export before saving it.',
        )
      if (seen !== looked)
        throw new BridgeError(
          'export-changed',
          'The sign-in has continued since you confirmed. Review the contents of the file again.',
        )
    },
    giveBack: (confirmation, looked) => {
      confirmed.set(confirmation, looked)
    },
  }
}
