import { nextTick, onBeforeUnmount, onMounted, watch } from 'vue'
import { useApplication } from '#renderer/bridge/application.ts'
import { call, listen, sentenceOf } from '#renderer/bridge/client.ts'
import { painted } from '#renderer/bridge/painted.ts'
import { showToast } from '#renderer/design/toast.ts'
import { canUndo } from '#renderer/design/undo.ts'
import { matchesAccelerator } from './accelerator.ts'
import type { BoundCommand } from './bound-commands.ts'
import { useCommandActions, type WindowActions } from './command-actions.ts'
import { viewAfter } from './commands.ts'
import { useKeyBindings } from './key-bindings.ts'
import { useNavigation } from './navigation.ts'
import { runCommand } from './run-command.ts'

const menuCommand = ({ accelerator, group, id, title }: BoundCommand) => ({
  accelerator,
  group,
  id,
  title,
})

const showFailure = (error: unknown): void => {
  showToast(sentenceOf(error), { tone: 'bad' })
}

/**
 * Runs commands by key, by the menu of the main process and for the palette alike.
 * @returns the function that runs a command by its id
 */
export function useCommands(windowActions: WindowActions): (id: string) => void {
  const application = useApplication()
  const bindings = useKeyBindings()
  const navigation = useNavigation()
  const actions = useCommandActions(windowActions)
  const mac = application.platform === 'darwin'

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
      bindings.press(event).catch(showFailure)
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
      // Its keys work without it, and to make it holds up the first paint.
      void painted()
        .then(() => call('app.setMenu', { commands: commands.map(menuCommand) }))
        .catch(showFailure)
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
