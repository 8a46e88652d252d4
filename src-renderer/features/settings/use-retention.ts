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
      const runs = runIds.length
      showUndo(`${runs.toLocaleString()} ${runs === 1 ? 'run' : 'runs'} deleted.`, () => {
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
    const megabytes = Math.max(0.1, bytes / 1_000_000)
    const shownSize = megabytes.toLocaleString(undefined, { maximumFractionDigits: 1 })
    const size = `${bytes < 100_000 ? 'less than ' : ''}${shownSize} MB`
    const [first, last] = [shownDate(from), shownDate(to)]
    const days = first === last ? `from ${first}` : `from ${first} to ${last}`
    return {
      title: `Delete ${runs.toLocaleString()} ${runs === 1 ? 'run' : 'runs'}?`,
      description: `${runs === 1 ? 'A run' : 'Runs'} ${days}, ${size}. Pinned runs and those of the last hour are kept. From now on such runs are deleted when Authscope starts, and once an hour.`,
    }
  })

  /** With what is about to be set, so that a choice that is cancelled goes back to what it was. */
  const shown = computed<Settings>(() => ({ ...application.settings, ...pending.value?.part }))

  return { settingChange, apply, pending, pendingText, shown }
}
