import type { Locator, Page } from '@playwright/test'

export class SettingsView {
  readonly main: Locator

  constructor(page: Page) {
    this.main = page.getByRole('main', { name: 'Settings' })
  }

  async setTheme(theme: 'Follow system' | 'Light' | 'Dark'): Promise<void> {
    await this.main.getByRole('radio', { name: theme }).check()
  }

  async setTimeLimit(label: string): Promise<void> {
    await this.main.getByLabel('Timeout per call').selectOption(label)
  }
}
