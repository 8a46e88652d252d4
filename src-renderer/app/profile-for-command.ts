import type { Profile } from '#contract/routes/profiles.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'

/**
 * The profile that a command is for: the one in the list that the keyboard is on, which is then
 * selected, else the selected one.
 */
export function profileForCommand(): Profile | undefined {
  const profiles = useProfiles()
  const focused = document.activeElement?.closest<HTMLElement>('[data-profile]')
  const id = focused?.dataset['profile']
  if (id !== undefined && id !== profiles.selectedId) profiles.select(id)
  return profiles.selected
}
