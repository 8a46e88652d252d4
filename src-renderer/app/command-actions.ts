import { nextTick } from 'vue'
import type { RecordingFrom } from '#contract/routes/recordings.ts'
import { useApplication } from '#renderer/bridge/application.ts'
import { call, sentenceOf } from '#renderer/bridge/client.ts'
import { showSaved } from '#renderer/bridge/show-saved.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { showToast } from '#renderer/design/toast.ts'
import { undoNewest } from '#renderer/design/undo.ts'
import { useHistory } from '#renderer/features/history/history.ts'
import { usePasskeys } from '#renderer/features/passkeys/passkeys.ts'
import type { ActId } from './commands.ts'
import { focusPane } from './focus-pane.ts'
import { useNavigation, type DialogId } from './navigation.ts'
import { profileForCommand } from './profile-for-command.ts'
import { refreshTokens } from './refresh-tokens.ts'
import { runRecipe } from './run-recipe.ts'
import type { CommandActions } from './run-command.ts'
import type { Dropped } from './use-open-anything.ts'
import { useExportedRuns } from './use-exported-runs.ts'
import { useShownRun } from './use-shown-run.ts'
import { zoomAfter } from './zoom-after.ts'

/** What the sign-in view lends to the commands: its form lives there, with the secrets in it. */
export interface SignInForm {
  readonly start: () => Promise<void>
  readonly cancel: () => Promise<void>
  readonly focusUsername: () => void
}

/** What the window lends to the commands. */
export interface WindowActions {
  readonly form: () => SignInForm | null
  readonly openRecording: (source: RecordingFrom) => Promise<void>
  readonly openAnything: (source: Dropped) => Promise<void>
  /** Shows runs in the history. */
  readonly showKept: (runIds: readonly string[]) => Promise<void>
}

/** Shows the statistics of the history from wherever the person is, or goes back to the run. */
function toggleStatistics(): void {
  const history = useHistory()
  const navigation = useNavigation()
  history.showsStatistics = navigation.view !== 'history' || !history.showsStatistics
  navigation.view = 'history'
}

/** The input that filters the list which is in sight. */
function visibleFilter(): HTMLElement | undefined {
  const inputs = document.querySelectorAll<HTMLElement>('[data-filter] input, input[data-filter]')
  return [...inputs].find((input) => input.offsetParent !== null)
}

async function duplicateProfile(): Promise<void> {
  const profile = profileForCommand()
  if (profile) await useProfiles().duplicate(profile.id)
}

async function shareProfile(): Promise<void> {
  const profile = profileForCommand()
  if (!profile) return
  const { path } = await call('profile.share', { id: profile.id })
  if (path !== undefined) showSaved('Saved without secrets:', path)
}

/** What each command does in this window. */
export function useCommandActions({
  form,
  openAnything,
  openRecording,
  showKept,
}: WindowActions): CommandActions {
  const application = useApplication()
  const navigation = useNavigation()
  const shownRun = useShownRun()
  const passkeys = usePasskeys()
  const exportedRuns = useExportedRuns()

  const attempt = (act: () => Promise<void>) => (): void => {
    act().catch((error: unknown) => {
      showToast(sentenceOf(error), { tone: 'bad' })
    })
  }
  const open = (dialog: DialogId) => (): void => {
    navigation.dialog = dialog
  }
  const openForProfile = (dialog: DialogId) => (): void => {
    if (profileForCommand()) navigation.dialog = dialog
  }
  const openForRun = (dialog: DialogId, verb: string) => (): void => {
    if (shownRun.value) navigation.dialog = dialog
    else showToast(`No run to ${verb}. Sign in first, or open one from the history.`)
  }
  const zoom = (id: ActId): (() => void) =>
    attempt(async () => {
      const percent = zoomAfter(id, application.settings.zoom)
      if (percent !== undefined) await application.change({ zoom: percent })
    })

  return {
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
    'run.redrive': openForRun('redrive', 'repeat'),
    'history.statistics': toggleStatistics,
    'export.open': () => {
      if (exportedRuns.value.length > 0) navigation.dialog = 'export'
      else openForRun('export', 'export')()
    },
    'history.export': open('export history'),
    'history.import': open('import history'),
    'edit.undo': undoNewest,
    'profile.new': open('new profile'),
    'profile.edit': openForProfile('edit profile'),
    'profile.rename': openForProfile('edit profile'),
    'profile.test': openForProfile('probe'),
    'profile.duplicate': attempt(duplicateProfile),
    'profile.share': attempt(shareProfile),
    'palette.open': open('palette'),
    'username.focus': () => {
      navigation.view = 'sign-in'
      void nextTick(() => form()?.focusUsername())
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
      const filter = visibleFilter()
      if (filter) filter.focus()
      else navigation.dialog = 'palette'
    },
    'zoom.in': zoom('zoom.in'),
    'zoom.out': zoom('zoom.out'),
    'zoom.reset': zoom('zoom.reset'),
    'keys.open': open('keys'),
  }
}
