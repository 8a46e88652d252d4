import { nextTick, onBeforeUnmount, onMounted } from 'vue'
import type { RecordingFrom } from '#contract/routes/recordings.ts'
import { commands, zoomAfter, type CommandId } from '#contract/commands.ts'
import { useApplication } from '#renderer/bridge/application.ts'
import { listen, sentenceOf } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useRuns } from '#renderer/bridge/runs.ts'
import { showToast } from '#renderer/design/toast.ts'
import { usePasskeys } from '#renderer/features/passkeys/passkeys.ts'
import { matchesAccelerator } from './accelerator.ts'
import { useNavigation, type DialogId, type ViewId } from './navigation.ts'
import { refreshTokens } from './refresh-tokens.ts'
import { runCommand, type CommandActions } from './run-command.ts'

/** What the sign-in view lends to the commands: its form lives there, with the secrets in it. */
export interface SignInForm {
  readonly start: () => Promise<void>
  readonly cancel: () => Promise<void>
}

/**
 * Runs commands by key, by the menu of the main process and for the palette alike.
 * @returns the function that runs a command by its id
 */
export function useCommands(
  form: () => SignInForm | null,
  openRecording: (source: RecordingFrom) => Promise<void>,
): (id: string) => void {
  const application = useApplication()
  const navigation = useNavigation()
  const profiles = useProfiles()
  const runs = useRuns()
  const passkeys = usePasskeys()
  const mac = application.platform === 'darwin'

  const attempt = (act: () => Promise<void>) => (): void => {
    act().catch((error: unknown) => {
      showToast(sentenceOf(error), { tone: 'bad' })
    })
  }
  const open = (dialog: DialogId) => (): void => {
    navigation.dialog = dialog
  }
  const goTo = (view: ViewId) => (): void => {
    navigation.view = view
  }
  const zoom = (id: CommandId): (() => void) =>
    attempt(async () => {
      const percent = zoomAfter(id, application.settings.zoom)
      if (percent !== undefined) await application.change({ zoom: percent })
    })

  const actions: CommandActions = {
    'sign-in.run': attempt(async () => {
      navigation.view = 'sign-in'
      await form()?.start()
    }),
    'sign-in.cancel': attempt(async () => {
      await form()?.cancel()
    }),
    'tokens.refresh': attempt(async () => {
      navigation.view = 'sign-in'
      await refreshTokens()
    }),
    'passkey.register': attempt(async () => {
      navigation.view = 'devices'
      // The name of the new one counts those that are there.
      await passkeys.load()
      if (passkeys.signedIn) passkeys.registering = true
      else showToast('A passkey is registered with an access token. Sign in first.')
    }),
    'recording.open': attempt(() => openRecording({ from: 'dialog' })),
    'recording.paste': attempt(() => openRecording({ from: 'clipboard' })),
    'export.open': () => {
      const shown = navigation.view === 'history' ? runs.opened : runs.current
      if (shown) navigation.dialog = 'export'
      else showToast('There is no run to export. Sign in first, or open one from the history.')
    },
    'profile.new': open('new profile'),
    'profile.edit': () => {
      if (profiles.selected) navigation.dialog = 'edit profile'
    },
    'profile.duplicate': attempt(async () => {
      if (profiles.selected) await profiles.duplicate(profiles.selected.id)
    }),
    'view.1': goTo('sign-in'),
    'view.2': goTo('history'),
    'view.3': goTo('tokens'),
    'view.4': goTo('practice'),
    'view.5': goTo('account'),
    'view.6': goTo('devices'),
    'settings.open': goTo('settings'),
    'palette.open': open('palette'),
    'filter.focus': () => {
      const filters = [
        ...document.querySelectorAll<HTMLElement>('[data-filter] input, input[data-filter]'),
      ]
      const shown = filters.find((filter) => filter.offsetParent !== null)
      if (shown) shown.focus()
      else navigation.dialog = 'palette'
    },
    'zoom.in': zoom('zoom.in'),
    'zoom.out': zoom('zoom.out'),
    'zoom.reset': zoom('zoom.reset'),
    'keys.open': open('keys'),
  }

  const run = (id: string): void => {
    // A question about storage comes before everything else.
    if (application.storage?.consent === 'needed') return
    // A dialog is finished first: Ctrl+Enter in it must not start a sign-in behind it.
    if (navigation.dialog !== 'none' && !id.startsWith('zoom.')) return
    void nextTick(() => {
      runCommand(actions, id)
    })
  }
  const press = (event: KeyboardEvent): void => {
    const command = commands.find(({ accelerator }) => matchesAccelerator(accelerator, event, mac))
    if (!command || event.repeat) return
    // Also keeps the menu of the main process from running the same command a second time.
    event.preventDefault()
    event.stopPropagation()
    run(command.id)
  }

  let stop: () => void
  onMounted(() => {
    window.addEventListener('keydown', press, { capture: true })
    stop = listen((event) => {
      if (event.type === 'command') run(event.command)
    })
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', press, { capture: true })
    stop()
  })
  return run
}
