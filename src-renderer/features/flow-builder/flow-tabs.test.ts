import { expect, it } from 'vitest'
import { flows } from '#engine/catalogue/flows/index.ts'
import { flowTabs, otherFlows } from './flow-tabs.ts'

it('gives each flow a tab or a line of the menu, and never more than four tabs', () => {
  for (const flow of flows.keys()) {
    const tabs = flowTabs(flow).map(({ value }) => value)
    expect(tabs).toHaveLength(4)
    expect(tabs).toContain(flow)
    expect([...tabs, ...otherFlows(flow).map(({ id }) => id)].toSorted()).toEqual(
      [...flows.keys()].toSorted(),
    )
  }
})
