import { BridgeError } from '#contract/failure.ts'
import type { Application, HandlersOf } from './application.ts'
import type { PracticeServer } from '#pool/practice-server.ts'

/** The calls about the triggers of practice pools. */
export function triggerHandlers({
  practice,
}: Pick<Application, 'practice'>): HandlersOf<'trigger'> {
  const server = (): PracticeServer => {
    const { atWork } = practice()
    if (atWork) return atWork
    throw new BridgeError('practice-not-running', 'The practice pool is not running.')
  }
  const list = (userPoolId: string) =>
    server()
      .describe()
      .pools.find((pool) => pool.userPoolId === userPoolId)?.triggers ?? []
  const nameOf = (userPoolId: string, name: string) => {
    const found = list(userPoolId).find((one) => one.name === name)
    if (found) return found.name
    throw new BridgeError('trigger-unknown', `The pool ${userPoolId} has no trigger ${name}.`)
  }
  return {
    'trigger.list': ({ userPoolId }) =>
      list(userPoolId).map(({ version, ...trigger }) => ({
        ...trigger,
        ...(version && { version: { ...version, offered: [...version.offered] } }),
      })),
    'trigger.set': async ({ userPoolId, name, source }) => {
      try {
        await server().setTrigger(userPoolId, nameOf(userPoolId, name), source)
      } catch (error) {
        if (!(error instanceof Error && error.name === 'TriggerSourceError')) throw error
        throw new BridgeError('trigger-source', error.message)
      }
    },
    'trigger.setVersion': ({ userPoolId, version }) => {
      const offered = list(userPoolId).flatMap((one) => one.version?.offered ?? [])
      const wanted = offered.find((one) => one === version)
      if (!wanted)
        throw new BridgeError('trigger-version', `The pool ${userPoolId} has no ${version}.`)
      server().setPreTokenGenerationVersion(userPoolId, wanted)
    },
    'trigger.try': async ({ userPoolId, name, source }) => {
      const run = await server().tryTrigger(userPoolId, nameOf(userPoolId, name), source)
      return {
        triggerSource: run.triggerSource,
        event: JSON.stringify(run.event),
        ...(run.answer !== undefined && { answer: JSON.stringify(run.answer) }),
        ...(run.error && { error: `${run.error.type}: ${run.error.message}` }),
        ...(run.line !== undefined && { line: run.line }),
        console: [...run.console],
        durationMs: run.durationMs,
      }
    },
  }
}
