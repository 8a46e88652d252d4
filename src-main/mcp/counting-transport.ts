import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import {
  isJSONRPCRequest,
  type JSONRPCMessage,
  type RequestId,
} from '@modelcontextprotocol/sdk/types.js'

/** The standard streams as a transport that knows which requests have no answer yet. */
export class CountingTransport implements Transport {
  readonly #streams = new StdioServerTransport()
  readonly #unanswered = new Set<RequestId>()
  #answered: (() => void) | undefined
  onclose?: () => void
  onerror?: (error: Error) => void
  onmessage?: (message: JSONRPCMessage) => void

  start(): Promise<void> {
    this.#streams.onclose = () => this.onclose?.()
    this.#streams.onerror = (error) => this.onerror?.(error)
    this.#streams.onmessage = (message) => {
      if (isJSONRPCRequest(message)) this.#unanswered.add(message.id)
      else this.#settle(cancelledIn(message))
      this.onmessage?.(message)
    }
    return this.#streams.start()
  }

  send(message: JSONRPCMessage): Promise<void> {
    const sent = this.#streams.send(message)
    if (!isJSONRPCRequest(message) && 'id' in message) this.#settle(message.id)
    return sent
  }

  close(): Promise<void> {
    return this.#streams.close()
  }

  /** Waits until every request that came has its answer; one that was cancelled gets none. */
  async answered(): Promise<void> {
    if (this.#unanswered.size === 0) return
    await new Promise<void>((resolve) => (this.#answered = resolve))
  }

  #settle(id: RequestId | undefined): void {
    if (id !== undefined) this.#unanswered.delete(id)
    if (this.#unanswered.size === 0) this.#answered?.()
  }
}

/** The request that a notification cancels. */
function cancelledIn(message: JSONRPCMessage): RequestId | undefined {
  if (!('method' in message) || message.method !== 'notifications/cancelled') return undefined
  return message.params?.['requestId'] as RequestId | undefined
}
