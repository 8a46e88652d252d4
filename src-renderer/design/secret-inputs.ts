import {
  computed,
  onBeforeUnmount,
  onMounted,
  shallowReactive,
  type ComputedRef,
  type ShallowRef,
} from 'vue'

/** What a secret input lends to the form around it. The text itself stays in the element. */
export interface SecretElement {
  /** Reads the text at the moment when it is handed on. */
  readonly read: () => string
  readonly clear: () => void
}

/** The secret inputs of one form. It knows which are filled; it contains no text. */
export interface SecretInputs {
  /** Wire keys whose inputs hold a text. */
  readonly filled: ComputedRef<readonly string[]>
  /** @returns what takes the element away again, and no other one of its key */
  readonly register: (key: string, element: SecretElement) => () => void
  readonly setFilled: (key: string, filled: boolean) => void
  /** The strings of the filled inputs, for the call that hands them to the main process. */
  readonly read: () => Record<string, string>
  readonly clear: () => void
}

/** Lends an input to its form while it is there; its text goes with it. */
export function lendInput(
  { inputs, name }: { readonly inputs: SecretInputs; readonly name: string },
  input: Readonly<ShallowRef<HTMLInputElement | null>>,
  clear: () => void,
): void {
  let unregister: (() => void) | undefined
  onMounted(() => {
    unregister = inputs.register(name, { read: () => input.value?.value ?? '', clear })
  })
  onBeforeUnmount(() => {
    clear()
    unregister?.()
  })
}

/** Keeps track of the secret inputs of a form, without ever holding what is typed. */
export function useSecretInputs(): SecretInputs {
  const elements = new Map<string, SecretElement>()
  const filled = shallowReactive(new Set<string>())
  return {
    filled: computed(() => [...filled]),
    register(key, element) {
      elements.set(key, element)
      return () => {
        if (elements.get(key) !== element) return
        elements.delete(key)
        filled.delete(key)
      }
    },
    setFilled(key, isFilled) {
      if (isFilled) filled.add(key)
      else filled.delete(key)
    },
    read() {
      const texts: Record<string, string> = {}
      for (const [key, element] of elements) {
        const text = element.read()
        if (text !== '') texts[key] = text
      }
      return texts
    },
    clear() {
      for (const element of elements.values()) element.clear()
      filled.clear()
    },
  }
}
