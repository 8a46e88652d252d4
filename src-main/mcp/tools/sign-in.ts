import { z } from 'zod'
import { flows } from '#engine/catalogue/flows/index.ts'
import { profileOptions } from '../allowed-profile.ts'
import { AgentError } from '../agent-error.ts'
import { defineTool } from '../agent-tool.ts'
import { outlineOf } from '../run-outline.ts'
import { performForAgent } from '../perform-for-agent.ts'

export const signInTool = defineTool({
  name: 'sign_in',
  title: 'Sign in through an allowed profile',
  description:
    'Signs a user in at the pool of a profile that the person allowed. It is a real call: it counts to rate limits, may send a message, and wrong passwords lock a user out. The password comes from the variable that the person named, never from here. The answer is the outline of a new run.',
  input: z.strictObject({
    profile: z.string().min(1).max(200),
    username: z.string().min(1).max(128),
    flow: z.enum([...flows.keys()]).default('USER_SRP_AUTH'),
  }),
  effect: 'network',
  run: async ({ flow, profile, username }, call) => {
    const { allowed, passwordVariable } = call.session
    const one = allowed.find(({ name }) => name === profile)
    if (!one)
      throw new AgentError(
        `The person did not allow this profile. Allowed are ${allowed.map(({ name }) => `“${name}”`).join(', ')}.`,
      )
    const { concealed, options, secrets } = profileOptions(one)
    for (const secret of concealed) call.conceal(secret)
    const stored = await performForAgent(
      {
        options: { ...options, username, flow, 'password-env': passwordVariable },
        secrets,
      },
      call.session,
    )
    return { text: 'A sign-in was performed.', data: outlineOf(await call.keep(stored)) }
  },
})
