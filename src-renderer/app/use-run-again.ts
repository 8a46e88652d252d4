import { nextTick } from 'vue'
import type { HistoryRow } from '#contract/routes/history.ts'
import { call, sentenceOf } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useRuns } from '#renderer/bridge/runs.ts'
import { showToast } from '#renderer/design/toast.ts'
import { useDraft } from '#renderer/features/flow-builder/draft.ts'

/**
 * Starts an earlier run once more, or takes what it was started with into the form.
 * @param goToSignIn shows the view that has the form and the new run
 */
export function useRunAgain(goToSignIn: () => void): {
  readonly again: (run: HistoryRow) => Promise<void>
  readonly useInputs: (run: HistoryRow) => void
} {
  const draft = useDraft()
  const profiles = useProfiles()
  const runs = useRuns()

  function goToProfile({ profileId }: HistoryRow): boolean {
    if (!profiles.list.some(({ id }) => id === profileId)) {
      showToast('The profile of this run was deleted.', { tone: 'bad' })
      return false
    }
    profiles.select(profileId)
    goToSignIn()
    return true
  }

  function useInputs(run: HistoryRow): void {
    if (!goToProfile(run)) return
    // After the form has turned to the profile, which begins with the profile's own values.
    void nextTick(() => {
      draft.flow = run.flow
      draft.setInput('USERNAME', run.username)
    })
  }

  return {
    useInputs,
    again: async (run) => {
      try {
        const { runId } = await call('run.retry', { runId: run.runId })
        if (goToProfile(run)) runs.follow(runId, run.profileId)
      } catch (error) {
        showToast(sentenceOf(error), {
          tone: 'bad',
          action: {
            label: 'Use its inputs',
            run: () => {
              useInputs(run)
            },
          },
        })
      }
    },
  }
}
