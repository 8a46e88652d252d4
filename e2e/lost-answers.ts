import type { ElectronApplication } from '@playwright/test'

/** How Playwright reports that V8 collected the promise of an answer before anything could send it. */
const lostAnswer = /Resulting promise was garbage collected/

/** An answer is lost only where a collection falls between a call and the next microtask. */
const maxTries = 5

/**
 * Lets `evaluate` ask the main process again where the inspector lost the answer: it holds the promise of
 * an answer weakly, so a garbage collection before the next microtask drops it. The function has run by
 * then, so what a test evaluates in the main process may run twice.
 */
export function askAgainForLostAnswers(electron: ElectronApplication): void {
  const evaluate = electron.evaluate.bind(electron) as (...args: unknown[]) => Promise<unknown>
  const repeated = async (...args: unknown[]): Promise<unknown> => {
    for (let tries = 1; ; tries += 1)
      try {
        return await evaluate(...args)
      } catch (error) {
        if (tries === maxTries || !lostAnswer.test(String(error))) throw error
      }
  }
  electron.evaluate = repeated as ElectronApplication['evaluate']
}
