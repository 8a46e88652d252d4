import { nextTick, ref, watch, type Ref } from 'vue'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useRuns } from '#renderer/bridge/runs.ts'
import { useDraft } from './draft.ts'

/**
 * Whether the form is folded to one line. It folds when a run of its profile starts, and unfolds
 * for another profile, and when something else is chosen for it from outside.
 */
export function useFoldedForm(builder: Readonly<Ref<HTMLElement | null>>): Ref<boolean> {
  const draft = useDraft()
  const profiles = useProfiles()
  const runs = useRuns()
  const folded = ref(false)

  watch([() => profiles.selectedId, () => runs.current?.id], async ([profile, run], [before]) => {
    folded.value = profile === before && run !== undefined
    if (!folded.value || !builder.value?.contains(document.activeElement)) return
    // The field that had the focus is gone.
    await nextTick()
    builder.value.querySelector<HTMLElement>('.folded button')?.focus()
  })
  watch([() => draft.flow, () => draft.inputs['USERNAME']], () => {
    folded.value = false
  })
  return folded
}
