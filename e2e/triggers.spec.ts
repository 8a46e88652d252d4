import { expect, test } from './application.ts'
import { press, pressUntil } from './by-keyboard.ts'

test('a trigger edited in the practice view changes the tokens, and is on the timeline', async ({
  application,
}) => {
  const { goTo, inspector, page, practice, signIn, timeline, tokens } = application.window
  await goTo('Practice pool')
  const pool = practice.main.getByRole('region', { name: 'Practice1' })
  await pool.getByRole('button', { name: 'Edit triggers' }).click()
  await expect(pool.getByRole('combobox', { name: 'Trigger' })).toContainText('PreTokenGeneration')
  await pool.getByRole('button', { name: 'Use the example' }).click()
  await expect(pool.getByRole('textbox', { name: 'Source of PreTokenGeneration' })).toContainText(
    'claimsToAddOrOverride',
  )
  await pool.getByRole('button', { name: 'Try it' }).click()
  await expect(pool.getByRole('region', { name: 'Trial' })).toContainText(
    'TokenGeneration_Authentication',
  )
  await expect(pool.getByRole('status')).toContainText('Not saved')
  await pool.getByRole('button', { name: 'Save' }).click()
  await expect(pool.getByText('Not saved')).toBeHidden()
  await practice.main.screenshot({ path: 'test-results/triggers-editor.png' })

  await practice.signInAs('alice')
  await signIn.pressKeyToRun()
  await timeline.toBeSignedIn()
  await expect(tokens.token('ID token')).toContainText('tenant')
  await timeline.select(2)
  await expect(timeline.step(2).getByRole('list', { name: 'Triggers' })).toContainText(
    'PreTokenGeneration',
  )
  await inspector.show('Selected step')
  await page.getByRole('tab', { name: 'Triggers' }).click()
  await expect(
    page.getByRole('region', { name: 'Trigger TokenGeneration_Authentication' }),
  ).toContainText('PreTokenGeneration')
  await page.screenshot({ path: 'test-results/triggers-timeline.png' })
})

test('the keyboard can leave the trigger editor, and try and save its code', async ({
  application,
}) => {
  const { page, window } = application
  await window.goTo('Practice pool')
  const pool = window.practice.main.getByRole('region', { name: 'Practice3' })
  await pool.getByRole('button', { name: 'Edit triggers' }).focus()
  await press(page, 'Enter')
  const editor = pool.getByRole('textbox', { name: 'Source of PreTokenGeneration' })
  await editor.waitFor()
  await pressUntil(page, 'Tab', /Event version/)
  await page.keyboard.press('ArrowDown')
  await expect(pool.getByRole('combobox', { name: 'Event version' })).toHaveValue('V2_0')
  await pressUntil(page, 'Tab', /Use the example/)
  await press(page, 'Enter')
  await expect(editor).toContainText('accessTokenGeneration')
  await pressUntil(page, 'Shift+Tab', /Source of PreTokenGeneration/)
  await page.keyboard.type('// mine ')
  await expect(editor).toContainText('// mine')
  await pressUntil(page, 'Tab', /Try it/)
  await press(page, 'Enter')
  await expect(pool.getByRole('region', { name: 'Trial' })).toContainText('accessTokenGeneration')
  await pressUntil(page, 'Shift+Tab', /Save/)
  await press(page, 'Enter')
  await expect(pool.getByText('Not saved')).toBeHidden()
})

test('an endless trigger does not block the application', async ({ application }) => {
  const { window } = application
  await window.goTo('Practice pool')
  const pool = window.practice.main.getByRole('region', { name: 'Practice1' })
  await pool.getByRole('button', { name: 'Edit triggers' }).click()
  await expect(pool.getByRole('combobox', { name: 'Event version' })).toHaveValue('V1_0')
  await pool
    .getByRole('textbox', { name: 'Source of PreTokenGeneration' })
    .fill("exports.handler = () => /^(a+)+$/.test('a'.repeat(60) + 'b')")
  await pool.getByRole('button', { name: 'Try it' }).click()
  await expect(pool.getByRole('region', { name: 'Trial' })).toContainText('timed out after 1.00')
})
