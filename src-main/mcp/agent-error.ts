/** What the agent did wrong, in a sentence of ours that says how it should be. */
export class AgentError extends Error {
  override readonly name = 'AgentError'
}
