import type { Rule } from './rule.ts'

/** The page of a rule in Markdown: what `explain` prints and docs/rules contains. */
export const rulePage = ({
  code,
  excludedBy,
  meaning,
  fix,
  recognised,
  slug,
  sources,
  title,
}: Rule): string =>
  [
    `# ${code}: ${title}`,
    `\`${slug}\``,
    meaning,
    '## How it is recognised',
    recognised,
    '## How it is fixed',
    fix,
    '## What excludes it',
    excludedBy,
    '## Sources',
    sources.map((source) => `- ${source}`).join('\n'),
  ].join('\n\n') + '\n'

/** The list of all rules in Markdown. */
export const ruleIndexPage = (rules: readonly Rule[]): string =>
  [
    '# Diagnosis rules',
    'One page for each cause that a diagnosis names. `authscope explain CODE` prints the same.',
    rules
      .map(({ code, slug, title }) => `- [${code}](${code}.md) \`${slug}\`: ${title}`)
      .join('\n'),
  ].join('\n\n') + '\n'
