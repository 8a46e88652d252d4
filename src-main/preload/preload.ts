import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { callChannel, droppedFileChannel, eventChannel } from '#contract/channels.ts'
import type { Bridge } from '#contract/bridge.ts'
import type { ContractEvent } from '#contract/events.ts'

/** Forwards and nothing else: the main process knows the calls, checks the sender and parses. */
const bridge: Bridge = {
  call: (route, input) => ipcRenderer.invoke(callChannel, route, input),
  pathOf: (file) => {
    // Empty for a file that a script made up: only a person can offer one of the disk.
    const path = webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])
    if (path !== '') ipcRenderer.send(droppedFileChannel, path)
    return path
  },
  listen: (listener) => {
    // The event object would hand `ipcRenderer` to the page; only the payload is passed on.
    const forward = (_event: unknown, payload: ContractEvent) => {
      listener(payload)
    }
    ipcRenderer.on(eventChannel, forward)
    return () => {
      ipcRenderer.off(eventChannel, forward)
    }
  },
}

contextBridge.exposeInMainWorld('authscope', bridge)
