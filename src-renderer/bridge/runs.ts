import { defineStore } from 'pinia'
import { computed, ref, shallowReactive } from 'vue'
import type { ContractEvent } from '#contract/events.ts'
import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { MarkedSecret } from '#engine/trace/marked-secret.ts'
import { timeline, type Timeline, type TimelineStep } from '#engine/trace/timeline.ts'
import { call } from './client.ts'
import { useProfiles } from './profiles.ts'

/** One run that the window shows: the open events as received, and their projection. */
export interface ShownRun {
  readonly id: string
  readonly profileId: string
  readonly timeline: Timeline
  readonly secrets: readonly MarkedSecret[]
  /** Why its calls failed, strongest cause first. */
  readonly diagnosis: readonly DiagnosedCause[]
  /** The step that the person looks at; undefined follows the newest. */
  readonly pinned: number | undefined
}

interface Kept extends ShownRun {
  profileId: string
  events: readonly TraceEvent[]
  timeline: Timeline
  secrets: readonly MarkedSecret[]
  diagnosis: readonly DiagnosedCause[]
  pinned: number | undefined
}

/** The step that is selected in a run: the pinned one, or the newest. */
export const selectedStep = (run: ShownRun | undefined): TimelineStep | undefined =>
  run?.timeline.steps.find(({ number }) => number === run.pinned) ?? run?.timeline.steps.at(-1)

/** Whether a run still goes on. */
export const isGoing = (run: ShownRun | undefined): boolean =>
  run?.timeline.state === 'running' || run?.timeline.state === 'waiting'

/** A run of which no event has arrived yet. */
const emptyRun = (id: string): Kept =>
  shallowReactive({
    id,
    profileId: '',
    events: [],
    timeline: timeline([]),
    secrets: [],
    diagnosis: [],
    pinned: undefined,
  })

/** The runs of this window: what the events of the main process add up to, and nothing besides. */
export const useRuns = defineStore('runs', () => {
  const profiles = useProfiles()
  const runs = shallowReactive(new Map<string, Kept>())
  /** The newest run of each profile, by the profile's id. */
  const newest = shallowReactive(new Map<string, string>())
  /** The run that the account view shows, where it is another; by the profile's id. */
  const ofAccount = shallowReactive(new Map<string, string>())
  const openedId = ref('')
  const watchedId = ref('')
  /** The run that the sign-in view shows: that of the selected profile. */
  const current = computed<ShownRun | undefined>(() =>
    runs.get(newest.get(profiles.selectedId) ?? ''),
  )
  /** The run that account calls belong to: one of their own, or the sign-in. */
  const account = computed<ShownRun | undefined>(
    () => runs.get(ofAccount.get(profiles.selectedId) ?? '') ?? current.value,
  )
  /** The run that the history shows. */
  const opened = computed<ShownRun | undefined>(() => runs.get(openedId.value))

  /** The chain that the watch view shows. */
  const watched = computed<ShownRun | undefined>(() => runs.get(watchedId.value))

  function runOf(id: string): Kept {
    const known = runs.get(id)
    if (known) return known
    const run = emptyRun(id)
    runs.set(id, run)
    return run
  }

  function apply(event: ContractEvent): void {
    if (event.type === 'run.event') {
      const run = runOf(event.runId)
      run.events = [...run.events, event.event]
      run.timeline = timeline(run.events)
      if (event.event.type === 'answered') lookIntoLater(event.runId)
    } else if (event.type === 'run.secrets') {
      runOf(event.runId).secrets = event.secrets
    }
  }

  /** Asks why calls of a run failed; what cannot be asked stays as it was. */
  async function lookInto(id: string): Promise<void> {
    const { causes } = await call('run.diagnose', { runId: id })
    const run = runs.get(id)
    if (run) run.diagnosis = causes
  }
  const lookIntoLater = (id: string): void => {
    lookInto(id).catch(() => undefined)
  }

  /** Shows a run that was just started as the current one of its profile. */
  function follow(id: string, profileId: string): void {
    const before = newest.get(profileId)
    runOf(id).profileId = profileId
    newest.set(profileId, id)
    ofAccount.delete(profileId)
    if (before !== undefined && before !== openedId.value && before !== id) runs.delete(before)
  }

  /** Shows a run in the account view. */
  function followAccount(id: string, profileId: string): void {
    runOf(id).profileId = profileId
    ofAccount.set(profileId, id)
  }

  /** Fetches a run as it is now. */
  async function fetchRun(id: string): Promise<void> {
    const { run, events, secrets } = await call('run.open', { runId: id })
    const kept = runOf(id)
    kept.profileId = run.profileId
    kept.events = events
    kept.timeline = timeline(events)
    kept.secrets = secrets
  }

  /** Fetches an earlier run and shows it in the history. */
  async function open(id: string): Promise<void> {
    await fetchRun(id)
    openedId.value = id
    await lookInto(id)
  }

  /** Fetches a chain of the watch, as far as it has grown, and shows it there. */
  async function openWatched(id: string): Promise<void> {
    await fetchRun(id)
    const before = watchedId.value
    watchedId.value = id
    if (before !== id && before !== openedId.value) runs.delete(before)
    await lookInto(id)
  }

  function closeWatched(): void {
    watchedId.value = ''
  }

  function close(id: string): void {
    if (openedId.value === id) openedId.value = ''
  }

  function pin(id: string, step: number | undefined): void {
    const run = runs.get(id)
    if (run) run.pinned = step
  }

  return {
    current,
    account,
    opened,
    openedId,
    watched,
    watchedId,
    apply,
    follow,
    followAccount,
    open,
    openWatched,
    close,
    closeWatched,
    pin,
  }
})
