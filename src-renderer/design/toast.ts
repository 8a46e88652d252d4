import { shallowReactive } from 'vue'

/** One short message at the edge of the window. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'bad'
  /** Whether it stays until the user dismisses it. */
  readonly stays: boolean
  /** What can be done about it, such as Undo. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

const shown = shallowReactive<Toast[]>([])
const timers = new Map<number, ReturnType<typeof setTimeout>>()
let last = 0
let paused = false
let kept = false

/** The messages that are shown now, oldest first. */
export const toasts: readonly Toast[] = shown

/** Takes a message away. */
export function dismissToast(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  const index = shown.findIndex((toast) => toast.id === id)
  if (index !== -1) shown.splice(index, 1)
}

/** Whether every message stays until the user dismisses it. */
export function keepToasts(keep: boolean): void {
  kept = keep
  if (keep) stopTimers()
  else startTimers()
}

/** Keeps every message while somebody reads them: while the pointer or the focus is on them. */
export function pauseToasts(): void {
  paused = true
  stopTimers()
}

function stopTimers(): void {
  for (const timer of timers.values()) clearTimeout(timer)
  timers.clear()
}

/** Lets the messages go again, each after its time. */
export function resumeToasts(): void {
  paused = false
  startTimers()
}

function startTimers(): void {
  for (const toast of shown) dismissLater(toast)
}

function dismissLater({ action, id, stays }: Toast): void {
  if (stays || paused || kept) return
  clearTimeout(timers.get(id))
  const dismiss = () => {
    dismissToast(id)
  }
  timers.set(id, setTimeout(dismiss, action ? 10_000 : 5_000))
}

/**
 * Shows a message for a while, longer where something can be done about it. What went wrong, and
 * what matters later, stays until the user dismisses it; the same message is not shown twice.
 * @returns the id that {@link dismissToast} takes
 */
export function showToast(
  text: string,
  options: { tone?: Toast['tone']; stays?: boolean; action?: Toast['action'] } = {},
): number {
  const { tone = 'plain', action } = options
  const stays = options.stays ?? tone === 'bad'
  const same = shown.find((toast) => toast.text === text && toast.tone === tone && !toast.action)
  if (same && !action) dismissToast(same.id)
  const id = ++last
  const toast = { id, text, tone, stays, ...(action && { action }) }
  shown.push(toast)
  if (shown.length > 4) makeRoom()
  dismissLater(toast)
  return id
}

/** One goes to make room for the newest: the oldest of those that would go anyway, if there is one. */
function makeRoom(): void {
  const passing = shown.slice(0, -1).find(({ stays }) => !stays)
  const oldest = passing ?? shown[0]
  if (oldest) dismissToast(oldest.id)
}
