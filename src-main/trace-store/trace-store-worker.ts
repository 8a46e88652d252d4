import { parentPort, workerData } from 'node:worker_threads'
import { checkForPort, serveTraceStore } from './serve-trace-store.ts'
import type { StoreRequest } from './store-messages.ts'

// The thread that the trace store is in, so that nothing in the window waits for the disk.
if (!parentPort) throw new Error('This is the thread of the trace store, not a program.')
const parent = parentPort
const serve = workerData === 'check' ? checkForPort : serveTraceStore
serve({
  post: (reply) => {
    parent.postMessage(reply)
  },
  listen: (listener) => {
    parent.on('message', (request: StoreRequest) => {
      listener(request)
    })
  },
})
