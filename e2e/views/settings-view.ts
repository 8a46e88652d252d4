import { expect, type Locator, type Page } from '@playwright/test'

export class SettingsView {
  readonly main: Locator

  constructor(page: Page) {
    this.main = page.getByRole('main', { name: 'Settings' })
  }

  async setTheme(theme: 'Follow system' | 'Light' | 'Dark'): Promise<void> {
    await this.main.getByRole('radio', { name: theme }).check()
  }

  async keepNotices(): Promise<void> {
    const toggle = this.main.getByRole('switch', { name: 'Keep notices until dismissed' })
    await toggle.click()
    await expect(toggle).toBeChecked()
  }

  async setTimeLimit(label: string): Promise<void> {
    await this.main.getByLabel('Timeout per call').selectOption(label)
  }
}
