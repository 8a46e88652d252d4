import { ref, type Ref } from 'vue'

/** Copies a text, and says for a while which one it was. */
export function useCopied(): {
  /** The name of what was copied just now; nothing after two seconds. */
  readonly copied: Ref<string>
  readonly copy: (name: string, text: string) => Promise<void>
} {
  const copied = ref('')
  async function copy(name: string, text: string): Promise<void> {
    await navigator.clipboard.writeText(text)
    copied.value = name
    setTimeout(() => {
      if (copied.value === name) copied.value = ''
    }, 2000)
  }
  return { copied, copy }
}
