import { shallowRef } from 'vue'
import type { OpenMark } from '#renderer/design/mark-actions.ts'

/** The mark that was clicked last, and the element that a popover about it points to. */
export const clickedMark = shallowRef<{ readonly mark: string; readonly anchor: Element }>()

/** Opens the popover of a mark. */
export const openMark: OpenMark = (mark, anchor) => {
  clickedMark.value = { mark, anchor }
}
