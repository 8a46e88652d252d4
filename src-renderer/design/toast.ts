import { shallowReactive } from 'vue'

/** One short message at the edge of the window. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'bad'
  /** What can be done about it, such as Undo. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

const shown = shallowReactive<Toast[]>([])
let last = 0

/** The messages that are shown now, oldest first. */
export const toasts: readonly Toast[] = shown

/** Takes a message away. */
export function dismissToast(id: number): void {
  const index = shown.findIndex((toast) => toast.id === id)
  if (index !== -1) shown.splice(index, 1)
}

/**
 * Shows a message for a while, longer where something can be done about it. What went wrong stays
 * until the user dismisses it; the same message is not shown twice.
 * @returns the id that {@link dismissToast} takes
 */
export function showToast(
  text: string,
  options: { tone?: Toast['tone']; action?: Toast['action'] } = {},
): number {
  const { tone = 'plain', action } = options
  const same = shown.find((toast) => toast.text === text && toast.tone === tone && !toast.action)
  if (same && !action) dismissToast(same.id)
  const id = ++last
  shown.push({ id, text, tone, ...(action && { action }) })
  if (shown.length > 4) shown.shift()
  if (tone !== 'bad')
    setTimeout(
      () => {
        dismissToast(id)
      },
      action ? 10_000 : 5_000,
    )
  return id
}
