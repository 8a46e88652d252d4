import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'

/** A rule of axe that the page breaks, and where. */
export interface Violation {
  readonly rule: string
  readonly impact: string
  readonly places: readonly string[]
}

interface AxeResult {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

let source: Promise<string> | undefined

/**
 * What axe-core finds in the page as it stands, serious and critical findings alone. It runs as a
 * debugger's script does, which the page's policy says nothing about.
 */
export async function seriousViolations(page: Page): Promise<readonly Violation[]> {
  source ??= readFile(resolve('node_modules/axe-core/axe.min.js'), 'utf8')
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source)
  const results = await page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe') as {
      run: (context: Document, options: object) => Promise<{ violations: AxeResult[] }>
    }
    return (await axe.run(document, { resultTypes: ['violations'] })).violations
  })
  return results
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({
      rule: id,
      impact,
      places: nodes.map(({ failureSummary, html }) => `${html.slice(0, 160)} ${failureSummary}`),
    }))
}
