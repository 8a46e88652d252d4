import { defineStore } from 'pinia'
import { computed, ref, watch, type WritableComputedRef } from 'vue'
import { useRightPane } from './right-pane.ts'
import type { ViewId } from './views/index.ts'

/** Which dialog is open; one at a time. */
export type DialogId =
  | 'none'
  | 'palette'
  | 'keys'
  | 'export'
  | 'recording'
  | 'redrive'
  | 'export history'
  | 'import history'
  | 'new profile'
  | 'edit profile'
  | 'probe'
  | 'recipe'

/** Where the person is in the window. Views do not import it: they ask for a command instead. */
export const useNavigation = defineStore('navigation', () => {
  const view = ref<ViewId>('sign-in')
  const dialog = ref<DialogId>('none')
  /** The side bar shows icons alone. */
  const narrow = ref(false)
  const rightPane = useRightPane()
  watch(view, () => {
    rightPane.drawerOpen = false
  })

  return { view, dialog, narrow }
})

/** Whether this dialog is open, for its `v-model:open`. */
export function useDialog(dialog: Exclude<DialogId, 'none'>): WritableComputedRef<boolean> {
  const navigation = useNavigation()
  return computed({
    get: () => navigation.dialog === dialog,
    set: (isOpen) => {
      if (isOpen) navigation.dialog = dialog
      else if (navigation.dialog === dialog) navigation.dialog = 'none'
    },
  })
}
