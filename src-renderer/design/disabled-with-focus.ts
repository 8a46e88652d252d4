import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'

/** How a button is disabled, and what it hears for it. */
export interface DisabledWithFocus {
  /** Whether the element itself is disabled. */
  readonly disabled: ComputedRef<boolean>
  /** Whether it has the focus still, and only says that it is disabled. */
  readonly ariaDisabled: ComputedRef<'true' | undefined>
  readonly onBlur: () => void
  /** For the capture phase: a press while it says so does nothing. */
  readonly onPress: (event: Event) => void
}

/**
 * Keeps the focus on a button that is disabled while it has it, such as one whose act goes on: the
 * browser would take the focus away, and the next Enter would press another button.
 */
export function useDisabledWithFocus(
  button: Readonly<Ref<HTMLElement | null>>,
  isDisabled: () => boolean,
): DisabledWithFocus {
  const hasFocus = ref(false)
  // Before the element changes, while it has the focus still.
  watch(isDisabled, () => {
    hasFocus.value = button.value !== null && document.activeElement === button.value
  })
  return {
    disabled: computed(() => isDisabled() && !hasFocus.value),
    ariaDisabled: computed(() => (isDisabled() && hasFocus.value ? 'true' : undefined)),
    onBlur: () => {
      hasFocus.value = false
    },
    onPress: (event) => {
      if (!isDisabled()) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
  }
}
