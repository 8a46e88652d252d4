import { checkForUpdates } from '#contract/settings/check-for-updates.ts'
import type { Settings } from '#contract/settings/index.ts'
import { theme } from '#contract/settings/theme.ts'
import { zoom } from '#contract/settings/zoom.ts'
import type { WindowPlace } from '#main/settings/settings.ts'

/** What is needed before the window opens. */
export interface SettingsAtStart extends Pick<Settings, 'checkForUpdates' | 'theme' | 'zoom'> {
  /** Where the window was; absent before it was first moved. */
  readonly place?: WindowPlace
}

/** Takes them from the text of `settings.json`; what is missing or wrong has its default. */
export function startValues(text: string): SettingsAtStart {
  const { settings, window } = parsed(text)
  const [found, place] = [membersOf(settings), membersOf(window)]
  const { x, y, width, height, maximised } = place
  return {
    checkForUpdates: isSwitch(found['checkForUpdates'])
      ? found['checkForUpdates']
      : checkForUpdates.default,
    theme: theme.choices.find(({ value }) => value === found['theme'])?.value ?? theme.default,
    zoom: isZoom(found['zoom']) ? found['zoom'] : zoom.default,
    ...([x, y, width, height].every(Number.isFinite) && {
      place: { x, y, width, height, maximised: maximised === true } as WindowPlace,
    }),
  }
}

const isSwitch = (value: unknown): value is boolean => typeof value === 'boolean'

const isZoom = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= zoom.min && (value as number) <= zoom.max

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return membersOf(JSON.parse(text))
  } catch {
    return {}
  }
}
