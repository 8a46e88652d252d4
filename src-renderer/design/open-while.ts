import { computed, type Ref, type WritableComputedRef } from 'vue'

/** Whether a dialog about something is open: while there is something; closing it lets go of that. */
export const openWhile = (about: Ref<unknown>): WritableComputedRef<boolean> =>
  computed({
    get: () => about.value !== undefined,
    set: (isOpen) => {
      if (!isOpen) about.value = undefined
    },
  })
