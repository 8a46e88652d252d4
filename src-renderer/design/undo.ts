import { dismissToast, showToast } from './toast.ts'

/** Something that was done and can be taken back. */
interface Undoable {
  readonly toast: number
  readonly run: () => void
}

const stack: Undoable[] = []
/** Whether something was typed since the newest of them. */
let typedSince = false
let listening = false

function take(one: Undoable): void {
  const at = stack.indexOf(one)
  if (at === -1) return
  stack.splice(at, 1)
  dismissToast(one.toast)
  one.run()
}

/** Says what was done and offers to take it back: by the button, and by Ctrl+Z for good. */
export function showUndo(text: string, run: () => void): void {
  if (!listening) {
    listening = true
    globalThis.document.addEventListener('input', () => (typedSince = true), { capture: true })
  }
  typedSince = false
  const undo = () => {
    take(one)
  }
  const one = { toast: showToast(text, { action: { label: 'Undo', run: undo } }), run }
  stack.push(one)
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]')

/** Whether Ctrl+Z takes back something that was done, and not what was typed in a text field. */
export const canUndo = (target: EventTarget | null): boolean =>
  stack.length > 0 && !(typedSince && isText(target))

/** Takes back the newest of what can be taken back. */
export function undoNewest(): void {
  const newest = stack.at(-1)
  if (newest) take(newest)
}
