import { rulesOfRefusal } from '../catalogue/rules-of-failure.ts'
import { probeFlow } from '../facts/probe-flow.ts'
import type { TraceEvent } from '../trace/event.ts'
import { gatherEvidence, type Evidence, type EvidenceStep } from './evidence.ts'
import { lastRules, rules, rulesOfNoAnswer, rulesOfSuccess } from './rules/index.ts'
import type { Finding, NextMove, Place, Rule, RuleCode, Verdict } from './rule.ts'

/** One cause that came into question for a step, and what became of it. */
export interface DiagnosedCause {
  readonly code: RuleCode
  /** The slug of its rule. */
  readonly rule: string
  readonly title: string
  readonly verdict: Verdict
  readonly step: number
  readonly evidence: readonly Place[]
  readonly next: readonly NextMove[]
}

/** Strongest first. */
const verdicts: readonly Verdict[] = ['proved', 'likely', 'possible', 'excluded']

/**
 * Why the calls of a trace failed, as far as the trace shows it: strongest causes first, those that
 * it excludes last, and among equals those of the newest step. Reads open events alone, so a run, its
 * redacted export and a foreign recording get the same answer. Never throws for what a trace contains.
 */
export function diagnose(events: readonly TraceEvent[]): readonly DiagnosedCause[] {
  const evidence = gatherEvidence(events)
  if (evidence.view.flow === probeFlow) return []
  const causes: DiagnosedCause[] = []
  for (const step of evidence.steps)
    for (const { finding, rule } of findingsOf(step, evidence))
      causes.push({
        code: rule.code,
        rule: rule.slug,
        title: finding.title ?? rule.title,
        verdict: finding.verdict,
        step: step.number,
        evidence: finding.evidence,
        next: finding.next ?? [],
      })
  return causes.sort(
    (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || b.step - a.step,
  )
}

/** What the rules that come into question for a step find in it. */
function findingsOf(step: EvidenceStep, evidence: Evidence): readonly Found[] {
  const found = look(candidates(step), step, evidence)
  // A failure is never left unexplained: its own text is the least that is known.
  if (failed(step) && found.every(({ finding }) => finding.verdict === 'excluded'))
    return strengthened([...look(named(lastRules), step, evidence), ...found])
  return strengthened(found)
}

function look(all: readonly Rule[], step: EvidenceStep, evidence: Evidence): readonly Found[] {
  const found: Found[] = []
  for (const rule of all) {
    const finding = findingOf(rule, step, evidence)
    if (finding) found.push({ rule, finding })
  }
  return found
}

/** A trace may come from anywhere, with facts of another form: a rule that trips over it is silent. */
function findingOf(rule: Rule, step: EvidenceStep, evidence: Evidence): Finding | undefined {
  try {
    return rule.look(step, evidence)
  } catch {
    return undefined
  }
}

const failed = ({ answer }: EvidenceStep): boolean =>
  answer?.kind === 'refused' || answer?.kind === 'unreadable' || answer?.kind === 'failed'

interface Found {
  readonly rule: Rule
  readonly finding: Finding
}

/**
 * Where one cause is proved, those that are merely likely or possible are not worth showing: the
 * refusal needs no further one. Where a single possible one is left over among causes that were
 * excluded, it is likely.
 */
function strengthened(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found
  const of = (verdict: Verdict) => found.filter(({ finding }) => finding.verdict === verdict)
  const excluded = of('excluded')
  const proved = of('proved')
  if (proved.length > 0) return [...proved, ...excluded]
  const [only, ...others] = [...of('likely'), ...of('possible')]
  if (!only || others.length > 0 || excluded.length === 0) return found
  return found.map((one) =>
    one === only ? { ...one, finding: { ...one.finding, verdict: 'likely' } } : one,
  )
}

/** The rules that come into question for a step, likeliest first. */
function candidates(step: EvidenceStep): readonly Rule[] {
  const { answer } = step
  switch (answer?.kind) {
    case 'refused': {
      const { challenge, flow, operation } = step
      const { error, message } = answer
      return named(rulesOfRefusal({ challenge, error, flow, message, operation }))
    }
    case 'unreadable':
    case 'failed':
      return named(rulesOfNoAnswer)
    case 'tokens':
    case 'accepted':
    case 'challenged':
      return named(rulesOfSuccess)
    case 'not captured':
    case undefined:
      return []
  }
}

/** Rules of lists that were asked for: the lists of the catalogue never change. */
const namedBefore = new WeakMap<readonly string[], readonly Rule[]>()

function named(codes: readonly string[]): readonly Rule[] {
  const known = namedBefore.get(codes)
  if (known) return known
  const found = [...new Set(codes)].flatMap((code) => rules.get(code) ?? [])
  namedBefore.set(codes, found)
  return found
}
