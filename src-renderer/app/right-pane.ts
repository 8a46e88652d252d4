import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What the pane on the right shows, and whether it is open where the window is narrow. */
export const useRightPane = defineStore('right pane', () => {
  const tab = ref<'preview' | 'step' | 'tokens'>('preview')
  /** In a narrow window the right pane covers the rest, and only when opened. */
  const drawerOpen = ref(false)

  return { tab, drawerOpen }
})
