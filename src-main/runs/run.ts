import { challenges } from '#engine/catalogue/challenges/index.ts'
import { activeFields } from '#engine/catalogue/field.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { revealText } from '#engine/secret/secret.ts'
import type { PendingChallenge } from '#engine/catalogue/pending-challenge.ts'
import type { Computed } from '#engine/catalogue/computed.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import { withNewSecrets } from '#engine/sign-in/known-secrets.ts'
import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import {
  transition,
  type Author,
  type Effect,
  type Outcome,
  type PromptEffect,
  type SendEffect,
  type SignInEvent,
  type SignInState,
} from '#engine/sign-in/transition.ts'
import { traceVersion, type TraceEvent } from '#engine/trace/event.ts'
import { probeFlow } from '#engine/facts/probe-flow.ts'
import type { Fact } from '#engine/trace/fact.ts'
import type { MarkedSecret } from '#engine/trace/marked-secret.ts'
import type { Answer } from '#engine/wire/read-answer.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import { BridgeError } from '#contract/failure.ts'
import { AnswerComputer } from './answer-computer.ts'
import { CallContext } from './call-context.ts'
import type { FirstCall, ComputedForCall } from './call.ts'
import { PlannedFault } from './planned-fault.ts'
import { ended } from './end-event.ts'
import { promptedEvent } from './prompted-event.ts'
import { wrapSecretInputs } from './wrap-secret-inputs.ts'
import type { RunPorts, RunRequest } from './run-dependencies.ts'
import { TraceWriter } from './trace-writer.ts'
import { tracedCall, type CallAbout } from './traced-call.ts'

type ClientMetadata = Readonly<Record<string, string>>

/** One sign-in: drives the engine's state machine and writes the trace of what happens. */
export class Run {
  readonly trace: TraceWriter
  readonly #start: RunRequest
  readonly #ports: RunPorts
  readonly #answers: AnswerComputer
  readonly #context: CallContext
  readonly #plannedFault: PlannedFault
  /** Breaks off the call in flight. */
  #stop = new AbortController()
  #state: SignInState = { phase: 'new' }
  #sessionAt = 0
  #faulted = false

  constructor(
    start: RunRequest,
    ports: RunPorts,
    written: (event: TraceEvent, fresh: readonly MarkedSecret[]) => void,
  ) {
    const parameters = wrapSecretInputs(start.input.parameters)
    this.#start = { ...start, input: { ...start.input, parameters } }
    this.#plannedFault = new PlannedFault(start)
    this.#context = new CallContext(this.#start.input)
    const { authenticator, automatic, client, script, stopAt } = start
    // A password that was given for this sign-in is the one to prove.
    const known = withNewSecrets(start.known, parameters)
    this.#answers = new AnswerComputer({
      client,
      known,
      automatic,
      script,
      stopAt,
      ports: { ...ports, ...(authenticator && { authenticator }) },
    })
    this.#ports = ports
    const salt = ports.randomBytes(16)
    this.trace = new TraceWriter({ salt, now: ports.now, written, failed: this.#crash })
  }

  /** @param first the call in a sign-in’s place @param known what was known before it */
  begin(first?: FirstCall, known?: () => readonly Fact[]): void {
    // Cancelled before it began.
    if (this.#state.phase !== 'new') return
    const { client, input, computed, target } = this.#start
    const { device, password, totpSecret } = this.#start.known
    const secrets = [client.clientSecret, password, totpSecret, device?.group, device?.password]
    for (const value of [...secrets, input.session]) this.trace.redact(value)
    this.trace.redact(input.parameters)
    this.trace.redact(input.userContextData?.EncodedData)
    const traceId = Buffer.from(this.#ports.randomBytes(8)).toString('hex')
    this.trace.write(() => ({
      type: 'started',
      version: traceVersion,
      traceId,
      application: this.#ports.application,
      flow: input.flow,
      username: this.trace.show(revealText(input.parameters['USERNAME'] ?? '')),
      target,
    }))
    this.trace.facts(0, () => known?.() ?? [])
    if (computed) this.trace.computed(1, computed.what, computed.durationMs, computed)
    if (first) this.#beginWith(first).catch(this.#crash)
    else this.#dispatch({ type: 'start', input })
  }

  async #beginWith({ answered, request }: FirstCall): Promise<void> {
    // A probe asks for refusals: any answer of the service is a good one.
    const isProbe = this.#start.input.flow === probeFlow
    for (const effect of this.#advance({ type: 'called', request, anyAnswer: isProbe })) {
      if (effect.type !== 'send') continue
      const answer = await this.#makeCall(effect)
      this.#dispatch(eventOf(answer))
      answered(answer)
    }
  }

  /**
   * Answers the challenge that waits; free keys are sent too, and what can be made of the rest.
   * @param fault name of one to make on purpose
   * @throws BridgeError `run-not-waiting`, `answer-not-computed`
   */
  answer(answers: WireValues, clientMetadata: ClientMetadata, fault?: string): void {
    const { pending, step } = this.#waiting()
    const inputs = wrapSecretInputs(answers)
    this.trace.redact(inputs)
    this.#answers.addSecrets(inputs)
    const begin = performance.now()
    const computed = this.#answers.complete(pending, inputs)
    if (computed && 'missing' in computed)
      throw new BridgeError('answer-not-computed', computed.missing)
    if (computed) {
      this.trace.computed(step + 1, pending.name, performance.now() - begin, computed)
      this.#answers.continueWith(computed)
    }
    this.#plannedFault.choose(fault)
    const values = computed?.values ?? inputs
    this.#dispatch({ type: 'answered', by: 'person', answers: values, clientMetadata })
  }

  /**
   * Makes the automatic answer without sending it: what an answer then leaves out comes from there.
   * @returns its values as they may be shown, secret ones as marks
   * @throws BridgeError `run-not-waiting`, `answer-not-computed`
   */
  async compute(): Promise<Readonly<Record<string, string>>> {
    const { pending, step } = this.#waiting()
    const begin = performance.now()
    const computed = await this.#computed(pending)
    this.#answers.prepare(pending, computed)
    this.trace.computed(step + 1, pending.name, performance.now() - begin, computed)
    return this.trace.shownNow(computed.values)
  }

  /**
   * Makes and sends the automatic answer, whatever its switch says. Asked for by a person, who was
   * waited for, so it counts as theirs.
   * @param fault name of one to make on purpose
   * @throws BridgeError `run-not-waiting`, `answer-not-computed`
   */
  async answerAutomatically(clientMetadata: ClientMetadata, fault?: string): Promise<void> {
    const { pending } = this.#waiting()
    const begin = performance.now()
    const computed = await this.#computed(pending)
    this.#plannedFault.choose(fault)
    this.#answerWith(pending, computed, begin, 'person', clientMetadata)
  }

  async #computed(pending: PendingChallenge): Promise<Computed> {
    const computed = await this.#answers.automatic(pending)
    if (!computed)
      throw new BridgeError('answer-not-computed', 'This challenge has no automatic answer.')
    if ('missing' in computed) throw new BridgeError('answer-not-computed', computed.missing)
    return computed
  }

  /**
   * Makes an account call, once the sign-in has ended, as a step of the same trace.
   * @param computed what was computed for this call, to be shown with it
   * @throws BridgeError `run-not-ended`
   */
  async call(request: WireRequest, computed?: ComputedForCall): Promise<Answer | TransportFailure> {
    const [effect] = this.hasEnded ? this.#advance({ type: 'called', request }) : []
    if (effect?.type !== 'send')
      throw new BridgeError('run-not-ended', 'Finish or cancel the sign-in first.')
    this.#stop = new AbortController()
    if (computed) this.trace.computed(effect.step, computed.what, computed.durationMs, computed)
    return this.#makeCall(effect)
  }

  get hasEnded(): boolean {
    return this.#state.phase === 'done'
  }

  /** Ends the sign-in: breaks off the call in flight, or leaves the challenge unanswered. */
  cancel(): void {
    this.#stop.abort()
    // A call in flight reports its own end, with what was recorded of it.
    if (this.#state.phase === 'sending' || this.#state.phase === 'calling') return
    this.#dispatch({ type: 'cancelled' })
  }

  #waiting(): Extract<SignInState, { phase: 'awaiting-answer' }> {
    if (this.#state.phase === 'awaiting-answer') return this.#state
    throw new BridgeError(
      'run-not-waiting',
      this.hasEnded
        ? 'This sign-in has ended. Start over to answer.'
        : 'A call is in progress: no challenge is pending.',
    )
  }

  #dispatch(event: SignInEvent): void {
    for (const effect of this.#advance(event)) this.#perform(effect)
  }

  #advance(event: SignInEvent): readonly Effect[] {
    const [state, effects] = transition(this.#start.client, this.#state, event)
    this.#state = state
    return effects
  }

  #perform(effect: Effect): void {
    try {
      switch (effect.type) {
        case 'compute':
          this.#compute(effect)
          break
        case 'send':
          this.#send(effect).catch(this.#crash)
          break
        case 'prompt':
          this.#prompt(effect).catch(this.#crash)
          break
        case 'end':
          this.#end(effect.outcome)
          break
      }
    } catch (error) {
      this.#crash(error)
    }
  }

  #compute({ input, step }: Extract<Effect, { type: 'compute' }>): void {
    const { client } = this.#start
    const flow = flows.get(input.flow)
    const inputs = input.parameters
    const begin = performance.now()
    const asAdmin = input.asAdmin !== undefined
    const computed = flow?.parameters({ client, ports: this.#ports, inputs, asAdmin })
    if (computed && 'missing' in computed) {
      this.#dispatch({ type: 'not computable', message: computed.missing })
      return
    }
    if (computed) {
      this.#answers.continueWith(computed)
      const what = activeFields(flow?.computed ?? [], inputs)
        .map(({ name }) => name)
        .join(', ')
      this.trace.computed(step, what, performance.now() - begin, computed)
    }
    this.#dispatch({ type: 'computed', authParameters: computed?.values ?? inputs })
  }

  async #send(effect: SendEffect): Promise<void> {
    const { answering, request } = effect
    const session = answering ? answering.session : this.#start.input.session
    const faulty = this.#plannedFault.inject(request, answering, session)
    const sent = faulty ? { ...effect, request: faulty.request } : effect
    const answer = await this.#makeCall(sent, {
      ...(answering && { challenge: answering.name }),
      ...(faulty && { fault: faulty.title }),
    })
    if ('session' in answer) this.#sessionAt = this.#ports.now()
    this.#dispatch(eventOf(answer))
  }

  async #makeCall(
    { answering, by, request, step }: SendEffect,
    about: CallAbout = {},
  ): Promise<Answer | TransportFailure> {
    const known = this.#context.of(this.#answers, answering)
    const answer = await tracedCall(
      { start: this.#start, ports: this.#ports, trace: this.trace, signal: this.#stop.signal },
      request,
      { ...about, known, step, by },
    )
    this.#context.answered(answer)
    return answer
  }

  async #prompt({ again, pending, step }: PromptEffect): Promise<void> {
    const begin = performance.now()
    const computed = await this.#answers.automaticAnswer(pending, again)
    // Cancelled while the answer was computed.
    if (!this.#awaits(pending)) return
    if (computed && !('missing' in computed)) {
      this.#answerWith(pending, computed, begin, 'automatic', computed.clientMetadata)
      return
    }
    const shown = challenges.get(pending.name)?.shows?.(pending) ?? []
    this.trace.computed(step, pending.name, 0, { shown })
    const notComputable = computed?.missing
    const about = { pending, step, again, notComputable, sessionAt: this.#sessionAt }
    this.trace.write(() => promptedEvent(this.trace, about))
  }

  #awaits = (pending: PendingChallenge): boolean =>
    this.#state.phase === 'awaiting-answer' && this.#state.pending === pending

  #answerWith(
    pending: PendingChallenge,
    computed: Computed,
    begin: number,
    by: Author,
    clientMetadata: ClientMetadata = {},
  ): void {
    // Cancelled, or answered otherwise, meanwhile.
    if (this.#state.phase !== 'awaiting-answer' || this.#state.pending !== pending) return
    const step = this.#state.step + 1
    this.trace.computed(step, pending.name, performance.now() - begin, computed)
    this.#answers.continueWith(computed)
    this.#dispatch({ type: 'answered', by, answers: computed.values, clientMetadata })
  }

  #end(outcome: Outcome): void {
    const end = ended(outcome)
    this.trace.write(() => ({
      type: 'ended',
      outcome: end.outcome,
      ...(end.message !== undefined && { message: this.trace.show(end.message) }),
    }))
  }

  /**
   * A fault of our own ends the sign-in visibly, instead of leaving it to hang. It says no more than
   * its kind: sealing may be what failed, and a message might contain a secret.
   */
  readonly #crash = (error: unknown): void => {
    if (this.#faulted) return
    this.#faulted = true
    const kind = error instanceof Error ? error.name : 'unknown'
    const message = `A bug in Authscope (${kind}) ended this sign-in. Please report it.`
    const step = 'step' in this.#state ? this.#state.step : 0
    this.#state = { phase: 'done', step, outcome: { kind: 'failed', code: 'other', message } }
    this.#stop.abort()
    this.trace.write(() => ({ type: 'ended', outcome: 'failed', message }))
  }
}

const eventOf = (answer: Answer | TransportFailure): SignInEvent =>
  answer.kind === 'failed' ? { type: 'failed', failure: answer } : { type: 'replied', answer }
