import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, ref } from 'vue'
import type { Run } from '#contract/routes/runs.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import RunComparison from './RunComparison.vue'

const run = (runId: string, state: Run['state']): Run => ({
  runId,
  profileId: 'p',
  profileName: 'Staging',
  startedAt: 1,
  flow: 'USER_AUTH',
  state,
  username: 'ada',
  calls: 2,
  practice: false,
  origin: 'performed',
})

it('goes to the first difference by a key, and hides what is new in every sign-in', async () => {
  fakeBridge({
    'history.compare': () => ({
      left: run('a', 'tokens'),
      right: run('b', 'refused'),
      comparison: {
        run: [],
        same: false,
        onlyTiming: false,
        firstDifference: 1,
        steps: [
          {
            left: 1,
            right: 1,
            title: 'InitiateAuth',
            differences: [
              {
                area: 'request',
                member: 'body.AuthParameters.SRP_A',
                title: 'AuthParameters.SRP_A',
                left: '1',
                right: '2',
                expected: true,
              },
            ],
          },
          {
            left: 2,
            right: 2,
            title: 'RespondToAuthChallenge PASSWORD_VERIFIER',
            differences: [
              {
                area: 'response',
                member: 'kind',
                title: 'Outcome',
                left: 'tokens',
                right: 'refused',
                expected: false,
              },
            ],
          },
        ],
      },
    }),
  })
  mount(() => h(RunComparison, { left: 'a', right: 'b' }))
  await expect.element(page.getByText('first difference', { exact: true })).toBeVisible()
  await expect.element(page.getByText('AuthParameters.SRP_A')).not.toBeInTheDocument()
  await expectAccessible()
  await userEvent.keyboard('f')
  await expect.poll(() => document.activeElement?.textContent).toContain('PASSWORD_VERIFIER')
  await userEvent.click(page.getByRole('checkbox', { name: /new in every sign-in/ }))
  await expect.element(page.getByText('AuthParameters.SRP_A')).toBeVisible()
  await expectAccessible()
})

it('shows which run differs from a good one, and takes another one as good', async () => {
  fakeBridge({
    'history.compareWithGood': () => ({
      left: run('a', 'refused'),
      right: run('b', 'tokens'),
      good: run('c', 'tokens'),
      comparison: {
        run: [],
        same: false,
        onlyTiming: false,
        firstDifference: 0,
        steps: [
          {
            good: 1,
            left: 1,
            right: 1,
            title: 'InitiateAuth',
            differences: [
              {
                area: 'response',
                member: 'kind',
                title: 'Outcome',
                expected: false,
                differs: 'left',
                good: 'tokens',
                left: 'refused',
                right: 'tokens',
              },
            ],
          },
          { left: 2, title: 'RespondToAuthChallenge', differences: [] },
        ],
      },
    }),
  })
  const changes: unknown[] = []
  const onChange = (runs: unknown) => changes.push(runs)
  mount(() => h(RunComparison, { left: 'a', right: 'b', good: 'c', onChange }))
  const table = page.getByRole('table', { name: 'Differences of InitiateAuth' })
  await expect.element(table).toHaveTextContent('left differs')
  await expect.element(page.getByText('1 | 1 | 1')).toBeVisible()
  await expect.element(page.getByText('only left')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Use as base: left run' })).toBeVisible()
  await expectAccessible()
  await userEvent.click(page.getByRole('button', { name: 'Use as good: right run' }))
  expect(changes).toEqual([{ left: 'a', right: 'c', good: 'b' }])
})

it('calls no run good of three of which none signed in', async () => {
  fakeBridge({
    'history.compareWithGood': () => ({
      left: run('a', 'refused'),
      right: run('b', 'failed'),
      good: run('c', 'refused'),
      comparison: {
        run: [],
        same: false,
        onlyTiming: false,
        firstDifference: 0,
        steps: [
          {
            good: 1,
            left: 1,
            right: 1,
            title: 'InitiateAuth',
            differences: [
              {
                area: 'response',
                member: 'kind',
                title: 'Outcome',
                expected: false,
                differs: 'right',
                good: 'refused',
                left: 'refused',
                right: 'failed',
              },
            ],
          },
          { good: 2, title: 'RespondToAuthChallenge', differences: [] },
        ],
      },
    }),
  })
  const root = mount(() => h(RunComparison, { left: 'a', right: 'b', good: 'c' }))
  await expect.element(page.getByRole('columnheader', { name: 'Base' })).toBeVisible()
  await expect.element(page.getByText('only base')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Use as base: left run' })).toBeVisible()
  expect(root.textContent).not.toMatch(/good/i)
  await expectAccessible()
})

it('gives the focus back to where it was when it is closed with Escape', async () => {
  fakeBridge({
    'history.compare': () => ({
      left: run('a', 'tokens'),
      right: run('b', 'refused'),
      comparison: { run: [], same: true, onlyTiming: false, steps: [] },
    }),
  })
  const isOpen = ref(false)
  mount(() => [
    h('button', { onClick: () => (isOpen.value = true) }, 'Compare'),
    isOpen.value &&
      h(RunComparison, { left: 'a', right: 'b', onClose: () => (isOpen.value = false) }),
  ])
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect.element(page.getByText(/^No difference/)).toBeVisible()
  await expect.poll(() => document.activeElement?.className).toBe('compare')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('button', { name: 'Compare', exact: true })).toHaveFocus()
})

it('says when only timing differs', async () => {
  const duration = { area: 'timing', member: 'duration', title: 'Duration' } as const
  const differences = [{ ...duration, left: '90 ms', right: '900 ms', expected: false }]
  fakeBridge({
    'history.compare': () => ({
      left: run('a', 'tokens'),
      right: run('b', 'tokens'),
      comparison: {
        run: [],
        same: false,
        onlyTiming: true,
        firstDifference: 0,
        steps: [{ left: 1, right: 1, title: 'InitiateAuth', differences }],
      },
    }),
  })
  mount(() => h(RunComparison, { left: 'a', right: 'b' }))
  await expect.element(page.getByText('Only timing differs.')).toBeVisible()
  await expect.element(page.getByText('900 ms')).toBeVisible()
  await expectAccessible()
})
