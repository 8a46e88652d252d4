import { flows } from '#engine/catalogue/flows/index.ts'

const all = [...flows.values()].map(({ name, title }) => ({
  value: name,
  label: name,
  hint: title,
}))
/** The first of the catalogue are the common ones. */
const common = 4

/** The flows that have a tab: another one has the place of the last while it is chosen. */
export function flowTabs(chosen: string): typeof all {
  const others = all.slice(common).filter(({ value }) => value === chosen)
  return [...all.slice(0, common - others.length), ...others]
}

/** The flows without a tab, as a menu has them. */
export function otherFlows(chosen: string) {
  const tabs = flowTabs(chosen)
  return all
    .filter((flow) => !tabs.includes(flow))
    .map(({ hint, value }) => ({ id: value, label: value, note: hint }))
}
