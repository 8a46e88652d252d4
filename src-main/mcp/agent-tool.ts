import type { z } from 'zod'
import type { AgentCall } from './agent-session.ts'

/** What a tool answers: a sentence of ours, and beside it data that others wrote. */
export interface AgentAnswer {
  /** Words of Authscope alone; nothing that a pool, a file or a person gave. */
  readonly text: string
  /** A text as it is, or a value that is written as JSON. Redacted, and fenced as data. */
  readonly data?: unknown
}

/** One tool that an agent can call. */
export interface AgentTool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Input
  /**
   * `read` changes nothing and may be called again for the rest of a long answer; `local` performs
   * a sign-in at the practice pool or takes a file in; `network` calls a pool of the person.
   */
  readonly effect: 'read' | 'local' | 'network'
  /** @throws AgentError */
  run(input: z.output<Input>, call: AgentCall): AgentAnswer | Promise<AgentAnswer>
}

/** Gives a tool the types of its input. */
export const defineTool = <Input extends z.ZodObject>(tool: AgentTool<Input>): AgentTool => tool
