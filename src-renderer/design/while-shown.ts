import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue'

/**
 * Begins something whenever the component comes into sight, for the first time or out of a
 * `KeepAlive`, and ends it by what beginning it returned when the component goes out of sight.
 */
export function whileShown(begin: () => (() => void) | undefined): void {
  let isShown = false
  let end: (() => void) | undefined
  const show = (): void => {
    if (isShown) return
    isShown = true
    end = begin()
  }
  const hide = (): void => {
    isShown = false
    end?.()
    end = undefined
  }
  onMounted(show)
  onActivated(show)
  onDeactivated(hide)
  onBeforeUnmount(hide)
}
