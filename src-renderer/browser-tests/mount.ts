import '../design/tokens.css'
import '../design/base.css'
import axe from 'axe-core'
import { createPinia } from 'pinia'
import { expect, onTestFinished } from 'vitest'
import { createApp, h, ref, type Component, type VNodeChild } from 'vue'
import { dismissToast, toasts } from '../design/toast.ts'
import TooltipScope from '../design/TooltipScope.vue'

/** Shows what `render` gives, as the window would, until the test is over. */
export function mount(render: () => VNodeChild): HTMLElement {
  // Test files share their modules: what went wrong in another one stays on the screen.
  for (const { id } of [...toasts]) dismissToast(id)
  const root = document.createElement('main')
  document.body.append(root)
  const app = createApp({ render: () => h(TooltipScope as Component, null, { default: render }) })
  // What a component throws or Vue warns about would otherwise only be in the console.
  const faults: unknown[] = []
  app.config.errorHandler = (error) => faults.push(error)
  app.config.warnHandler = (warning) => faults.push(warning)
  app.use(createPinia())
  app.mount(root)
  onTestFinished(() => {
    app.unmount()
    root.remove()
    expect(faults).toEqual([])
  })
  return root
}

/** What `v-model` hands to a component. */
type ModelProps<Value, Name extends string> = Record<Name, Value> &
  Record<`onUpdate:${Name}`, (value: Value) => void>

/** A value that a component changes by `v-model`, and the props that hand it to one. */
export function model<Value, Name extends string = 'modelValue'>(
  initial: Value,
  name = 'modelValue' as Name,
) {
  const current = ref(initial) as { value: Value }
  const change = (value: Value): void => {
    current.value = value
  }
  return {
    get value() {
      return current.value
    },
    change,
    props: () =>
      ({ [name]: current.value, [`onUpdate:${name}`]: change }) as ModelProps<Value, Name>,
  }
}

/**
 * Fails for what axe-core finds serious in both themes; the second differs in its colours alone.
 * @param part a selector: what to look at, where that is not the whole page
 */
export async function expectAccessible(part?: string): Promise<void> {
  const root = document.documentElement
  for (const theme of ['light', 'dark']) {
    root.style.colorScheme = theme
    const rules = theme === 'light' ? {} : { runOnly: ['color-contrast'] }
    const { violations } = await axe.run(part ?? document, {
      resultTypes: ['violations'],
      ...rules,
    })
    const found = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    expect(found).toEqual([])
  }
  root.style.colorScheme = ''
}
