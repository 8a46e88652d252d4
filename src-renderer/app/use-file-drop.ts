import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** What is done with what was dropped or pasted; the bytes of a file stay in the main process. */
export interface DropActions {
  /** @param path of the file, which the preload knows */
  readonly file: (path: string) => void
  readonly clipboard: () => void
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"]') !== null

/**
 * Opens files that are dropped onto the window, and what is pasted outside every field.
 * @returns whether a file hovers over the window
 */
export function useFileDrop(actions: DropActions): Ref<boolean> {
  const hovering = ref(false)
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const over = (event: DragEvent): void => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    hovering.value = true
  }
  const leave = (event: DragEvent): void => {
    // Leaving one element for another is no leaving.
    if (event.relatedTarget === null) hovering.value = false
  }
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? []
    hovering.value = false
    if (!file) return
    event.preventDefault()
    const path = window.authscope.pathOf(file)
    if (path !== '') actions.file(path)
  }
  const paste = (event: ClipboardEvent): void => {
    if (isField(event.target)) return
    const [file] = event.clipboardData?.files ?? []
    const path = file ? window.authscope.pathOf(file) : ''
    event.preventDefault()
    if (path !== '') actions.file(path)
    else actions.clipboard()
  }
  onMounted(() => {
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('dragover', over)
    window.removeEventListener('dragleave', leave)
    window.removeEventListener('drop', drop)
    window.removeEventListener('paste', paste)
  })
  return hovering
}
