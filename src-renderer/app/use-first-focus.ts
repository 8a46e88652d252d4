import { nextTick, watch } from 'vue'
import { useApplication } from '#renderer/bridge/application.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useNavigation } from './navigation.ts'

/**
 * Begins with the focus in the form of the sign-in view, once there is a profile to sign in with
 * and the question about storage is answered. Who was quicker keeps the focus.
 */
export function useFirstFocus(focusForm: () => void): void {
  const application = useApplication()
  const navigation = useNavigation()
  const profiles = useProfiles()
  const stop = watch(
    () =>
      profiles.selected !== undefined &&
      application.storage !== undefined &&
      application.storage.consent !== 'needed',
    async (ready) => {
      if (!ready) return
      stop()
      await nextTick()
      const free = document.activeElement === document.body || document.activeElement === null
      if (free && navigation.view === 'sign-in' && navigation.dialog === 'none') focusForm()
    },
    { flush: 'post' },
  )
}
