import { nextTick } from 'vue'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useDraft } from '#renderer/features/flow-builder/draft.ts'
import { useNavigation } from './navigation.ts'

/** Takes a practice user into the form of the sign-in view. */
export function useSignInAs(): (username: string, userPoolId: string) => void {
  const draft = useDraft()
  const navigation = useNavigation()
  const profiles = useProfiles()
  return (username, userPoolId) => {
    const profile =
      profiles.selected?.userPoolId === userPoolId
        ? profiles.selected
        : profiles.list.find((one) => one.practice && one.userPoolId === userPoolId)
    if (profile) profiles.select(profile.id)
    navigation.view = 'sign-in'
    // After the form has turned to the profile, which begins with the profile's own username.
    void nextTick(() => {
      draft.setInput('USERNAME', username)
    })
  }
}
