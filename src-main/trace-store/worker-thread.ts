import { Worker } from 'node:worker_threads'
import type { StartStoreThread } from './trace-store-client.ts'
import type { StoreReply } from './store-messages.ts'

/** Starts threads from the script that `trace-store-worker.ts` was built to. */
export const workerThread =
  (script: URL): StartStoreThread =>
  (task, receive, failed) => {
    const worker = new Worker(script, { workerData: task })
    worker.on('message', (reply: StoreReply) => {
      receive(reply)
    })
    worker.on('error', (error) => {
      failed(error instanceof Error ? error : new Error(String(error)))
    })
    worker.on('exit', () => {
      failed(new Error('The thread of the history has ended.'))
    })
    return {
      post: (request) => {
        worker.postMessage(request)
      },
      end: async () => {
        await worker.terminate()
      },
    }
  }
