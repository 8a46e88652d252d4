import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether a media query matches the window, for as long as the component that asks is there. */
export function useMediaQuery(query: string): Readonly<Ref<boolean>> {
  const list = matchMedia(query)
  const matches = ref(list.matches)
  const update = (): void => {
    matches.value = list.matches
  }
  list.addEventListener('change', update)
  onScopeDispose(() => {
    list.removeEventListener('change', update)
  })
  return matches
}
