import { stackWithoutMessage, type Log } from '#main/ipc/router.ts'
import type { Profiles } from '#main/profiles/profiles.ts'
import type { Application } from './application.ts'
import { noPractice, type PracticePort } from './practice-port.ts'

/** The practice pool, from before it runs to after it has stopped. */
export interface RunningPractice {
  readonly port: () => PracticePort
  /** Starts it and tells the window; one that does not start is logged, and nothing else. */
  readonly start: (profiles: Pick<Profiles, 'list'>) => Promise<void>
  readonly close: () => Promise<void>
}

/** No practice pool until it is started. */
export function runningPractice({
  emit,
  log,
}: Pick<Application, 'emit'> & { readonly log: Log }): RunningPractice {
  let practice = noPractice
  const tell = () => {
    emit({ type: 'practice.changed', practice: practice.state() })
  }
  return {
    port: () => practice,
    start: async (profiles) => {
      try {
        const { startPractice } = await import('./practice.ts')
        practice = await startPractice(tell)
      } catch (error) {
        log(`the practice pool did not start: ${stackWithoutMessage(error)}`)
        return
      }
      tell()
      emit({ type: 'profiles.changed', profiles: await profiles.list() })
    },
    close: () => practice.close(),
  }
}
