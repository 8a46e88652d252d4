import { readonly, ref, watch, type Ref } from 'vue'

/** False until the condition holds for the first time, and true from then on. */
export function onceTrue(condition: () => boolean): Readonly<Ref<boolean>> {
  const was = ref(false)
  watch(
    condition,
    (holds) => {
      if (holds) was.value = true
    },
    { immediate: true },
  )
  return readonly(was)
}
