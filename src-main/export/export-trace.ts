import { randomBytes } from 'node:crypto'
import { BridgeError } from '#contract/failure.ts'
import type { ContentItem } from '#engine/export/content-item.ts'
import { exportContents, possibleContents } from '#engine/export/export-contents.ts'
import { exportFormat, type ExportFormatId } from '#engine/export/formats/index.ts'
import { redactTrace, traceRedactor } from '#engine/export/redact.ts'
import { standardRedaction, type Redaction } from '#engine/export/redaction-profile.ts'
import { restoreSecrets } from '#engine/export/restore-secrets.ts'
import { spansOf, type SignInSpan } from '#engine/export/spans.ts'
import { scanForLeaks, type Leak } from '#engine/export/scan-for-leaks.ts'
import { reveal, type Secret } from '#engine/secret/secret.ts'
import type { Attempt, Trace, TraceEvent } from '#engine/trace/event.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { RunsToExport } from './runs-to-export.ts'

/** In which form a sign-in leaves. */
export interface ExportForm {
  readonly format: ExportFormatId
  /** False puts every secret back in its place. */
  readonly redacted: boolean
  /** What a redacted file has as marks of that about which opinions differ. */
  readonly redaction?: Redaction | undefined
  /** The one step whose call leaves; all of them when absent. */
  readonly step?: number | undefined
}

/**
 * The whole text of an export. A redacted one is searched for every secret of the sign-in before
 * it is given out.
 * @throws BridgeError `export-leaks` when a redacted file would contain a secret
 */
export function exportTrace(stored: StoredRun, form: ExportForm): string {
  const { check, traceOf: leaving } = leavingTraces(form)
  const text = exportFormat(form.format).write(leaving(stored))
  check(text, stored)
  return text
}

/** The runs of one export as they leave, in which a person has the same mark throughout. */
export interface LeavingTraces {
  readonly traceOf: (stored: StoredRun) => Trace
  /**
   * Searches a redacted text for every secret of its run, and for what others signed in with.
   * @throws BridgeError `export-leaks`
   */
  readonly check: (text: string, stored: StoredRun) => void
}

/** @param credentials what other runs of the export signed in with, by its value */
export function leavingTraces(
  form: ExportForm,
  credentials: ReadonlyMap<string, Secret> = new Map(),
): LeavingTraces {
  const { redaction = standardRedaction, step } = form
  if (!leavesRedacted(form))
    return { traceOf: (stored) => unredacted(onlyStep(stored, step)), check: () => undefined }
  const redact = traceRedactor(randomBytes(16), redaction)
  return {
    traceOf: (stored) => redact(traceOf(onlyStep(stored, step))),
    check: (text, stored) => {
      const own = [...stored.secrets.values()].filter((one) => !credentials.has(reveal(one)))
      scanned(text, [...credentials.values(), ...own])
    },
  }
}

/** Whether secrets and personal values become marks. */
export const leavesRedacted = ({ format, redacted }: ExportForm): boolean =>
  redacted || exportFormat(format).alwaysRedacted === true

/** Secrets that are valid in more than one sign-in, by their values. */
export async function lastingSecrets({ each }: RunsToExport): Promise<ReadonlyMap<string, Secret>> {
  const kinds = new Set<Secret['kind']>(['password', 'client secret', 'totp secret'])
  const lasting = new Map<string, Secret>()
  for await (const { secrets } of each())
    for (const secret of secrets.values())
      if (kinds.has(secret.kind)) lasting.set(reveal(secret), secret)
  return lasting
}

/**
 * The redacted text of a run as an export writes it, and the leaks that prevent the export.
 * @param joined whether it is the first of several runs in one file
 */
export function exportPreview(
  stored: StoredRun,
  { format, redaction = standardRedaction, step }: ExportForm,
  joined: boolean,
): { readonly text: string; readonly leaks: readonly Leak[] } {
  const redact = traceRedactor(randomBytes(16), redaction)
  const trace = redact(traceOf(onlyStep(stored, step)))
  const { several, write } = exportFormat(format)
  const text = joined && several ? several().add(trace, () => undefined) : write(trace)
  return { text, leaks: scanForLeaks(text, [...stored.secrets.values()]) }
}

/**
 * A sign-in as spans for a collector, redacted always.
 * @throws BridgeError `export-leaks`
 */
export function exportSpans(stored: StoredRun): readonly SignInSpan[] {
  const spans = spansOf(redactTrace(traceOf(stored), randomBytes(16)))
  scanned(JSON.stringify(spans), [...stored.secrets.values()])
  return spans
}

/** @throws BridgeError `export-leaks` when a text contains a secret */
export function scanned(text: string, secrets: readonly Secret[]): string {
  const leaks = scanForLeaks(text, secrets)
  if (leaks.length === 0) return text
  throw new BridgeError(
    'export-leaks',
    `The export was not written, because it would contain secrets. ${leaks.map(({ message }) => message).join(' ')}`,
    { leaks: leaks.map(({ at, code, message }) => ({ at, code, message })) },
  )
}

const leavingAs = (stored: StoredRun, form: ExportForm) =>
  [
    traceOf(onlyStep(stored, form.step)),
    leavesRedacted(form),
    exportFormat(form.format),
    form.redaction,
  ] as const

/** What an export would contain, for the confirmation before it. */
export const storedRunContents = (stored: StoredRun, form: ExportForm): readonly ContentItem[] =>
  exportContents(...leavingAs(stored, form))

/** The same with all that is not there. */
export const possibleRunContents = (stored: StoredRun, form: ExportForm): readonly ContentItem[] =>
  possibleContents(...leavingAs(stored, form))

/** As in `authscope-staging-20261123-142530.har`; the time is that of the sign-in, in UTC. */
export function exportFileName({ run }: Pick<StoredRun, 'run'>): string {
  const profile = run.profileName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const [day = '', time = ''] = new Date(run.startedAt)
    .toISOString()
    .replace(/[-:]/g, '')
    .split('T')
  return `authscope-${profile || 'sign-in'}-${day}-${time.slice(0, 6)}`
}

/** How the sign-in ended is said of the whole: one call alone has its own answer. */
const onlyStep = (stored: StoredRun, step: number | undefined): StoredRun =>
  step === undefined
    ? stored
    : {
        ...stored,
        events: stored.events.filter(
          (event) => event.type === 'started' || ('step' in event && event.step === step),
        ),
      }

/** The open part of a stored run, and what is known of its secrets. */
export const traceOf = ({ events, secrets }: StoredRun): Trace => ({
  events,
  secrets: [...secrets].map(([mark, secret]) => ({
    mark,
    kind: secret.kind,
    length: reveal(secret).length,
  })),
})

/** Marks become secrets again, and bodies what went over the wire byte by byte. */
function unredacted(stored: StoredRun): Trace {
  const restored = restoreSecrets(traceOf(stored), (mark) => stored.secrets.get(mark))
  return { ...restored, events: restored.events.map((event) => withBytes(event, stored)) }
}

function withBytes(event: TraceEvent, { bytes }: StoredRun): TraceEvent {
  if (event.type !== 'attempted') return event
  const { attempt, step } = event
  const recorded = bytes.find((one) => one.step === step && one.attempt === attempt.number)
  if (!recorded) return event
  const whole: Attempt = {
    ...attempt,
    requestBody: Buffer.from(recorded.request).toString('utf8'),
    ...(attempt.response && {
      response: {
        ...attempt.response,
        body: Buffer.from(recorded.response ?? []).toString('utf8'),
      },
    }),
  }
  return { ...event, attempt: whole }
}
