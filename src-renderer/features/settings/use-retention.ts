import { computed, shallowRef } from 'vue'
import type { Settings } from '#contract/settings/index.ts'
import { useApplication } from '#renderer/bridge/application.ts'
import { call, sentenceOf } from '#renderer/bridge/client.ts'
import { shownDate } from '#renderer/design/time.ts'
import { showToast } from '#renderer/design/toast.ts'
import { showUndo } from '#renderer/design/undo.ts'

/** A change of the settings that deletes runs, before it is made. */
interface PendingLimit {
  readonly part: Partial<Settings>
  readonly runs: number
  readonly bytes: number
  readonly from: number
  readonly to: number
}

const limits: readonly string[] = [
  'keepRunsDays',
  'keepRunsMax',
  'keepRunsMegabytes',
] satisfies (keyof Settings)[]

/** Changes settings; one that deletes runs waits until the user has seen what it deletes. */
export function useRetention() {
  const application = useApplication()
  const pending = shallowRef<PendingLimit>()

  async function settingChange(part: Partial<Settings>): Promise<void> {
    if (!Object.keys(part).some((key) => limits.includes(key))) return application.change(part)
    const { keepRunsDays, keepRunsMax, keepRunsMegabytes } = { ...application.settings, ...part }
    const { bytes, from, runs, to } = await call('history.prunable', {
      days: keepRunsDays,
      runs: keepRunsMax,
      megabytes: keepRunsMegabytes,
    })
    if (from === undefined || to === undefined) return application.change(part)
    pending.value = { part, runs, bytes, from, to }
  }

  async function apply({ part }: PendingLimit): Promise<string | undefined> {
    const before = Object.fromEntries(
      Object.keys(part).map((key) => [key, application.settings[key as keyof Settings]]),
    )
    try {
      await application.change(part)
      const { runIds } = await call('history.prune')
      showUndo(`${runIds.length.toLocaleString()} runs deleted.`, () => {
        Promise.all([application.change(before), call('history.restore', { runIds })]).catch(
          (error: unknown) => {
            showToast(sentenceOf(error), { tone: 'bad' })
          },
        )
      })
      return undefined
    } catch (error) {
      return sentenceOf(error)
    }
  }

  const pendingText = computed(() => {
    if (!pending.value) return { title: '', description: '' }
    const { bytes, from, runs, to } = pending.value
    const megabytes = (bytes / 1_000_000).toLocaleString(undefined, { maximumFractionDigits: 1 })
    return {
      title: `Delete ${runs.toLocaleString()} ${runs === 1 ? 'run' : 'runs'}?`,
      description: `They are from ${shownDate(from)} to ${shownDate(to)} and take ${megabytes} MB. Pinned runs and those of the last hour are kept. From now on such runs are deleted when Authscope starts, and once an hour.`,
    }
  })

  /** With what is about to be set, so that a choice that is cancelled goes back to what it was. */
  const shown = computed<Settings>(() => ({ ...application.settings, ...pending.value?.part }))

  return { settingChange, apply, pending, pendingText, shown }
}
