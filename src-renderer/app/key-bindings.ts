import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useApplication } from '#renderer/bridge/application.ts'
import { acceleratorOf, type Keys } from './accelerator.ts'
import {
  boundCommands,
  keyConflict,
  ownAccelerator,
  withKeys,
  type KeyConflict,
} from './bound-commands.ts'
import type { CommandId } from './commands.ts'

/** The keys of every command, and the change of one of them. */
export const useKeyBindings = defineStore('key bindings', () => {
  const application = useApplication()
  const mac = computed(() => application.platform === 'darwin')
  const commands = computed(() => boundCommands(application.settings.keys, mac.value))
  /** The command whose new keys are awaited; every key press is then meant for it. */
  const changing = ref<CommandId>()
  /** What was pressed for it and is in use already. */
  const conflict = ref<KeyConflict & { readonly accelerator: string }>()

  function begin(id: CommandId): void {
    changing.value = id
    conflict.value = undefined
  }
  function cancel(): void {
    changing.value = undefined
    conflict.value = undefined
  }
  /** Gives a command keys, empty for none. */
  async function bind(id: CommandId, accelerator: string): Promise<void> {
    cancel()
    const { keys } = application.settings
    await application.change({ keys: withKeys(keys, id, accelerator, mac.value) })
  }
  /** Takes a key press for the command that awaits one. */
  async function press(keys: Keys): Promise<void> {
    const id = changing.value
    if (id === undefined) return
    if (keys.key === 'Escape') {
      cancel()
      return
    }
    if (keys.key === 'Backspace' || keys.key === 'Delete') {
      await bind(id, '')
      return
    }
    const accelerator = acceleratorOf(keys, mac.value)
    if (accelerator !== undefined) await bindUnlessTaken(id, accelerator)
  }
  async function bindUnlessTaken(id: CommandId, accelerator: string): Promise<void> {
    const found = keyConflict(accelerator, id, commands.value, mac.value)
    if (found) conflict.value = { ...found, accelerator }
    else await bind(id, accelerator)
  }
  /** Gives a command its own keys back, unless another one has them by now. */
  async function restore(id: CommandId): Promise<void> {
    begin(id)
    await bindUnlessTaken(id, ownAccelerator(id, mac.value))
  }
  /** Takes the keys that were pressed from the command that has them. */
  async function replace(): Promise<void> {
    const id = changing.value
    const found = conflict.value
    if (id === undefined || found?.kind !== 'command') return
    cancel()
    const { accelerator, command } = found
    const { keys } = application.settings
    const others =
      command.accelerator === accelerator ? withKeys(keys, command.id, '', mac.value) : keys
    await application.change({ keys: withKeys(others, id, accelerator, mac.value) })
  }
  async function reset(): Promise<void> {
    cancel()
    await application.change({ keys: {} })
  }

  return { commands, changing, conflict, begin, cancel, restore, press, replace, reset }
})
