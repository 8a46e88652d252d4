import { watchEffect } from 'vue'
import { useApplication } from '#renderer/bridge/application.ts'
import { keepToasts } from '#renderer/design/toast.ts'

/** Keeps theme, density and notices of the page with the settings; the zoom is the main process's. */
export function useAppearance(): void {
  const application = useApplication()
  watchEffect(() => {
    const { density, keepNotices, theme } = application.settings
    const { dataset } = document.documentElement
    dataset['density'] = density
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
    keepToasts(keepNotices)
  })
}
