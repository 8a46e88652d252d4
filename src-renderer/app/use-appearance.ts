import { watchEffect } from 'vue'
import { useApplication } from '#renderer/bridge/application.ts'

/** Keeps theme and density of the page with the settings; the zoom is the main process's. */
export function useAppearance(): void {
  const application = useApplication()
  watchEffect(() => {
    const { density, theme } = application.settings
    const { dataset } = document.documentElement
    dataset['density'] = density
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
  })
}
