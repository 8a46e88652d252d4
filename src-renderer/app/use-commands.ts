import { nextTick, onBeforeUnmount, onMounted, watch } from 'vue'
import type { RecordingFrom } from '#contract/routes/recordings.ts'
import { useApplication } from '#renderer/bridge/application.ts'
import { call, listen, sentenceOf } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { showToast } from '#renderer/design/toast.ts'
import { canUndo, undoNewest } from '#renderer/design/undo.ts'
import { usePasskeys } from '#renderer/features/passkeys/passkeys.ts'
import { matchesAccelerator } from './accelerator.ts'
import type { BoundCommand } from './bound-commands.ts'
import { viewAfter, type ActId } from './commands.ts'
import { focusPane } from './focus-pane.ts'
import { useKeyBindings } from './key-bindings.ts'
import { useNavigation, type DialogId } from './navigation.ts'
import { refreshTokens } from './refresh-tokens.ts'
import { runRecipe } from './run-recipe.ts'
import { runCommand, type CommandActions } from './run-command.ts'
import type { Dropped } from './use-open-anything.ts'
import { useShownRun } from './use-shown-run.ts'
import { zoomAfter } from './zoom-after.ts'

/** What the sign-in view lends to the commands: its form lives there, with the secrets in it. */
export interface SignInForm {
  readonly start: () => Promise<void>
  readonly cancel: () => Promise<void>
  readonly focusUsername: () => void
}

const menuCommand = ({ accelerator, group, id, title }: BoundCommand) => ({
  accelerator,
  group,
  id,
  title,
})

/**
 * Runs commands by key, by the menu of the main process and for the palette alike.
 * @returns the function that runs a command by its id
 */
export function useCommands(
  form: () => SignInForm | null,
  openRecording: (source: RecordingFrom) => Promise<void>,
  openAnything: (source: Dropped) => Promise<void>,
  showKept: (runIds: readonly string[]) => Promise<void>,
): (id: string) => void {
  const application = useApplication()
  const bindings = useKeyBindings()
  const navigation = useNavigation()
  const profiles = useProfiles()
  const shownRun = useShownRun()
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
  const zoom = (id: ActId): (() => void) =>
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
      else showToast('Registering a passkey needs an access token. Sign in first.')
    }),
    'recording.open': attempt(() => openRecording({ from: 'dialog' })),
    'recording.paste': attempt(() => openAnything({ from: 'clipboard' })),
    'recipe.run': attempt(() => runRecipe(showKept)),
    'export.open': () => {
      if (shownRun.value) navigation.dialog = 'export'
      else showToast('No run to export. Sign in first, or open one from the history.')
    },
    'edit.undo': undoNewest,
    'profile.new': open('new profile'),
    'profile.edit': () => {
      if (profiles.selected) navigation.dialog = 'edit profile'
    },
    'profile.rename': () => {
      if (profiles.selected) navigation.dialog = 'edit profile'
    },
    'profile.test': () => {
      if (profiles.selected) navigation.dialog = 'probe'
    },
    'profile.duplicate': attempt(async () => {
      if (profiles.selected) await profiles.duplicate(profiles.selected.id)
    }),
    'profile.share': attempt(async () => {
      if (!profiles.selected) return
      const { path } = await call('profile.share', { id: profiles.selected.id })
      if (path !== undefined) showToast(`Saved without secrets: ${path}`)
    }),
    'palette.open': open('palette'),
    'username.focus': () => {
      navigation.view = 'sign-in'
      void nextTick(() => {
        form()?.focusUsername()
      })
    },
    'sidebar.toggle': () => {
      navigation.narrow = !navigation.narrow
    },
    'pane.next': () => {
      focusPane(1)
    },
    'pane.previous': () => {
      focusPane(-1)
    },
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
    // A question about storage comes before everything else, and an open dialog is finished first:
    // Ctrl+Enter in it must not start a sign-in behind it. What is too small to read never waits.
    const busy = application.storage?.consent === 'needed' || navigation.dialog !== 'none'
    if (busy && !id.startsWith('zoom.')) return
    void nextTick(() => {
      const view = viewAfter(id)
      if (view) navigation.view = view
      else runCommand(actions, id)
    })
  }
  /** Whether a key press was meant for the command whose keys are being changed. */
  const changesKeys = (event: KeyboardEvent): boolean => {
    if (bindings.changing === undefined || event.key === 'Tab') return false
    return bindings.conflict === undefined || event.key === 'Escape'
  }
  const press = (event: KeyboardEvent): void => {
    if (changesKeys(event)) {
      event.preventDefault()
      event.stopPropagation()
      attempt(() => bindings.press(event))()
      return
    }
    const command = bindings.commands.find(({ accelerator, alias }) =>
      [accelerator, alias].some(
        (keys) => keys !== undefined && matchesAccelerator(keys, event, mac),
      ),
    )
    if (!command || event.repeat) return
    // What was typed last is undone by the text field itself.
    if (command.id === 'edit.undo' && !canUndo(event.target)) return
    // Also keeps the menu of the main process from running the same command a second time.
    event.preventDefault()
    event.stopPropagation()
    run(command.id)
  }

  watch(
    () => bindings.commands,
    (commands) => {
      attempt(() => call('app.setMenu', { commands: commands.map(menuCommand) }))()
    },
    { immediate: true },
  )
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
