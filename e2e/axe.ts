import type { Page } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'

/** A rule of axe that the page breaks, and where. */
export interface Violation {
  readonly rule: string
  readonly impact: string
  readonly places: readonly string[]
}

/**
 * What axe-core finds in the page as it is, serious and critical findings alone. It runs as a
 * debugger's script does, which the page's policy says nothing about.
 */
export async function seriousViolations(page: Page): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const results = await page.evaluate(async () => {
    const { run } = Reflect.get(window, 'axe') as {
      run: (context: Document, options: object) => Promise<AxeResults>
    }
    return (await run(document, { resultTypes: ['violations'] })).violations
  })
  return results
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({
      rule: id,
      impact: impact ?? '',
      places: nodes.map(
        ({ failureSummary, html }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`,
      ),
    }))
}
