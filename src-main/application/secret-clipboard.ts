import { reveal, type Secret } from '#engine/secret/secret.ts'

/** The system's clipboard. */
export interface Clipboard {
  readonly read: () => Promise<string>
  readonly write: (text: string) => Promise<void>
}

/** Puts secrets on the clipboard for a while. */
export interface SecretClipboard {
  /** @param clearAfter seconds; 0 leaves it there */
  readonly copy: (secret: Secret, clearAfter: number) => Promise<void>
  /** Clears it now, if it still contains the secret; the application does so when it ends. */
  readonly clear: () => Promise<void>
}

/** How the clearing is put off; returns what stops it. */
export type Delay = (seconds: number, act: () => Promise<void>) => () => void

export function secretClipboard(clipboard: Clipboard, delay: Delay = later): SecretClipboard {
  let copied: Secret | undefined
  let stop: () => void = () => undefined

  async function clear() {
    stop()
    const secret = copied
    copied = undefined
    // What the person has copied since, from here or elsewhere, is not ours to clear.
    if (secret && (await clipboard.read()) === reveal(secret)) await clipboard.write('')
  }

  return {
    clear,
    copy: async (secret, clearAfter) => {
      stop()
      await clipboard.write(reveal(secret))
      copied = clearAfter > 0 ? secret : undefined
      stop = clearAfter > 0 ? delay(clearAfter, clear) : () => undefined
    },
  }
}

const later: Delay = (seconds, act) => {
  const timer = setTimeout(() => {
    void act()
  }, seconds * 1000)
  return () => {
    clearTimeout(timer)
  }
}
