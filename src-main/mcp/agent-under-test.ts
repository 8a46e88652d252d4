import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { createAgentServer } from './agent-server.ts'
import { openAgentSession, type AgentSessionPorts } from './agent-session.ts'

/** What a tool answered. */
export interface ToolResult {
  readonly text: string
  readonly failed: boolean
}

/** An agent in a test, connected to a server in the same process. */
export async function connectAgent(ports: Partial<AgentSessionPorts> = {}) {
  const session = openAgentSession({
    version: '0.0.0',
    environment: {},
    interrupted: new AbortController().signal,
    allowed: [],
    ...ports,
  })
  const server = createAgentServer(session)
  const client = new Client({ name: 'test', version: '0.0.0' })
  const [one, other] = InMemoryTransport.createLinkedPair()
  await Promise.all([server.connect(one), client.connect(other)])
  return {
    client,
    call: (name: string, args: Record<string, unknown> = {}) => callTool(client, name, args),
    close: async () => {
      await client.close()
      await server.close()
      await session.close()
    },
  }
}

/** Calls a tool, and gives the text of its answer. */
export async function callTool(
  client: Client,
  name: string,
  args: Record<string, unknown> = {},
): Promise<ToolResult> {
  const { content, isError } = await client.callTool({ name, arguments: args })
  const [first] = Array.isArray(content) ? (content as { text?: string }[]) : []
  return { text: first?.text ?? '', failed: isError === true }
}

/** The JSON between the fences of an answer. */
export function dataOf({ text }: ToolResult): unknown {
  const data = /<data-(\w+)>\n(.*)\n<\/data-\1>/s.exec(text)?.[2]
  if (data === undefined) throw new Error(`no data in: ${text}`)
  return JSON.parse(data)
}
