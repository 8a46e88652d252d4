import { z } from 'zod'
import { flows } from '#engine/catalogue/flows/index.ts'
import { requestFaults } from '#engine/catalogue/fault-injection/index.ts'
import { Secret } from '#engine/secret/secret.ts'
import { defaultConfiguration } from '#pool/default-configuration.ts'
import { AgentError } from '../agent-error.ts'
import { defineTool } from '../agent-tool.ts'
import { outlineOf } from '../run-outline.ts'
import { performForAgent } from '../perform-for-agent.ts'

const { pools } = defaultConfiguration
const clientNames = pools.flatMap(({ clients }) => clients.map(({ name }) => name))
const usernames = pools.flatMap(({ users }) => users.map(({ username }) => username))

export const practiceSignIn = defineTool({
  name: 'practice_sign_in',
  title: 'Sign in at the practice pool',
  description: [
    'Signs a user of the built-in practice pool in, on this machine: nothing leaves it.',
    `Clients: ${clientNames.join(', ')}.`,
    `Users: ${usernames.join(', ')}.`,
    'Passwords and codes of practice users are known. The answer is the outline of a new run.',
  ].join(' '),
  input: z.strictObject({
    username: z.string().min(1).max(128).optional(),
    client: z.string().min(1).max(128).optional(),
    flow: z.enum([...flows.keys()]).default('USER_SRP_AUTH'),
    password: z
      .string()
      .min(1)
      .max(256)
      .optional()
      .describe('Another password than the right one.'),
    inject_fault: z
      .enum([...requestFaults.keys()])
      .optional()
      .describe('A fault to inject.'),
  }),
  effect: 'local',
  run: async ({ client, flow, inject_fault: fault, password, username }, call) => {
    if (username !== undefined && password === undefined && !usernames.includes(username))
      throw new AgentError(
        'There is no such practice user. To try it all the same, give a password.',
      )
    if (password !== undefined) call.conceal(Secret.of('password', password))
    const stored = await performForAgent(
      {
        switches: ['practice'],
        options: { username, client, flow, 'inject-fault': fault },
        secrets: { 'password-env': password },
      },
      call.session,
    )
    return { text: 'A practice sign-in was performed.', data: outlineOf(await call.keep(stored)) }
  },
})
