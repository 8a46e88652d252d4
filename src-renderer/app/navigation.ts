import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

/** The views of the window, in the order of their keys. */
export const views = [
  { id: 'sign-in', title: 'Sign-in', command: 'view.1' },
  { id: 'history', title: 'History', command: 'view.2' },
  { id: 'tokens', title: 'Tokens', command: 'view.3' },
  { id: 'practice', title: 'Practice pool', command: 'view.4' },
  { id: 'account', title: 'Account', command: 'view.5' },
  { id: 'devices', title: 'Devices, passkeys', command: 'view.6' },
  { id: 'settings', title: 'Settings', command: 'settings.open' },
] as const

export type ViewId = (typeof views)[number]['id']

/** Which dialog is open; one at a time. */
export type DialogId =
  'none' | 'palette' | 'keys' | 'export' | 'recording' | 'new profile' | 'edit profile'

/** Where the person is in the window. */
export const useNavigation = defineStore('navigation', () => {
  const view = ref<ViewId>('sign-in')
  const dialog = ref<DialogId>('none')
  /** What the right pane shows. */
  const rightPane = ref<'preview' | 'step' | 'tokens'>('preview')
  /** In a narrow window the right pane lies over the rest, and only when asked for. */
  const drawerOpen = ref(false)
  watch(view, () => {
    drawerOpen.value = false
  })

  return { view, dialog, rightPane, drawerOpen }
})
