import { challenges } from '#engine/catalogue/challenges/index.ts'
import { inForce } from '#engine/catalogue/field.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { revealText } from '#engine/secret/secret.ts'
import type { Asked, Made, SignInInput, WireValues } from '#engine/sign-in/context.ts'
import { learned } from '#engine/sign-in/learned.ts'
import {
  transition,
  type Effect,
  type Outcome,
  type SignInEvent,
  type SignInState,
  type TransportFailure,
} from '#engine/sign-in/transition.ts'
import { traceVersion, type TraceEvent } from '#engine/trace/event.ts'
import type { MarkedSecret } from '#engine/trace/sealer.ts'
import type { Answer } from '#engine/wire/read-answer.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import { BridgeError } from '#contract/failure.ts'
import { AnswerMaker } from './answer-maker.ts'
import { outcomeOfCall, type FirstCall, type MadeForCall } from './call.ts'
import { ChosenMistake } from './chosen-mistake.ts'
import { ended } from './ended.ts'
import { givenValues } from './given-values.ts'
import type { RunPorts, RunStart } from './run-parts.ts'
import { TraceWriter } from './trace-writer.ts'
import { writtenCall, type CallAbout } from './written-call.ts'

type ClientMetadata = Readonly<Record<string, string>>

/** One sign-in: drives the engine's state machine and writes the trace of what happens. */
export class Run {
  readonly trace: TraceWriter
  readonly #start: RunStart
  readonly #ports: RunPorts
  readonly #answers: AnswerMaker
  readonly #mistake: ChosenMistake
  /** Breaks off the call in flight. */
  #stop = new AbortController()
  #state: SignInState = { step: 'new' }
  #calls = 0
  #sessionAt = 0
  #by: 'person' | 'automatic' = 'person'
  #answering: Asked | undefined
  #faulted = false

  constructor(
    start: RunStart,
    ports: RunPorts,
    written: (event: TraceEvent, fresh: readonly MarkedSecret[]) => void,
  ) {
    const parameters = givenValues(start.input.parameters)
    this.#start = { ...start, input: { ...start.input, parameters } }
    this.#mistake = new ChosenMistake(start)
    const { authenticator, automatic, client } = start
    // A password that was given for this sign-in is the one to prove.
    const known = learned(start.known, parameters)
    this.#answers = new AnswerMaker({
      ...{ client, known, automatic },
      ports: { ...ports, ...(authenticator && { authenticator }) },
    })
    this.#ports = ports
    const { now, randomBytes } = ports
    this.trace = new TraceWriter({ salt: randomBytes(16), now, written, failed: this.#fault })
  }

  /** @param first the call that stands in the place of a sign-in */
  begin(first?: FirstCall): void {
    // Cancelled before it began.
    if (this.#state.step !== 'new') return
    const { client, input, made, target } = this.#start
    const { EncodedData } = input.userContextData ?? {}
    const { device, password, totpSecret } = this.#start.known
    const secrets = [client.clientSecret, password, totpSecret, device?.group, device?.password]
    for (const value of [...secrets, input.session]) this.trace.seal(value)
    this.trace.seal(input.parameters)
    this.trace.seal(EncodedData)
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
    if (made) this.trace.made(1, made.what, made.durationMs, made)
    if (first) this.#beginWith(first).catch(this.#fault)
    else this.#dispatch({ type: 'start', input })
  }

  async #beginWith({ answered, request }: FirstCall): Promise<void> {
    this.#state = { step: 'sending', input: this.#start.input, username: '' }
    const answer = await this.#makeCall(request, {})
    const outcome = outcomeOfCall(answer)
    this.#state = { step: 'done', outcome }
    this.#end(outcome)
    answered(answer)
  }

  /**
   * Answers the challenge that waits; free keys go out too, and what can be made of the rest.
   * @param mistake name of one to make on purpose
   * @throws BridgeError `run-not-waiting`, `answer-not-made`
   */
  answer(answers: WireValues, clientMetadata: ClientMetadata, mistake?: string): void {
    const asked = this.#waiting()
    const given = givenValues(answers)
    this.trace.seal(given)
    this.#answers.learn(given)
    const begin = performance.now()
    const made = this.#answers.complete(asked, given)
    if (made && 'missing' in made) throw new BridgeError('answer-not-made', made.missing)
    if (made) {
      this.trace.made(this.#calls + 1, asked.name, performance.now() - begin, made)
      this.#answers.continueWith(made)
    }
    this.#by = 'person'
    this.#mistake.choose(mistake)
    this.#dispatch({ type: 'answered', answers: made?.values ?? given, clientMetadata })
  }

  /**
   * Makes the automatic answer without sending it: what an answer then leaves out comes from there.
   * @returns its values as they may be shown, secret ones as marks
   * @throws BridgeError `run-not-waiting`, `answer-not-made`
   */
  async compute(): Promise<Readonly<Record<string, string>>> {
    const asked = this.#waiting()
    const begin = performance.now()
    const made = await this.#made(asked)
    this.#answers.prepare(asked, made)
    this.trace.made(this.#calls + 1, asked.name, performance.now() - begin, made)
    return this.trace.shownNow(made.values)
  }

  /**
   * Makes and sends the automatic answer, whatever its switch says. Asked for by a person, who was
   * waited for, so it counts as theirs.
   * @param mistake name of one to make on purpose
   * @throws BridgeError `run-not-waiting`, `answer-not-made`
   */
  async answerAutomatically(clientMetadata: ClientMetadata, mistake?: string): Promise<void> {
    const asked = this.#waiting()
    const begin = performance.now()
    const made = await this.#made(asked)
    this.#mistake.choose(mistake)
    this.#answerWith(asked, made, begin, 'person', clientMetadata)
  }

  async #made(asked: Asked): Promise<Made> {
    const made = await this.#answers.automatic(asked)
    if (!made) throw new BridgeError('answer-not-made', 'This challenge has no automatic answer.')
    if ('missing' in made) throw new BridgeError('answer-not-made', made.missing)
    return made
  }

  /**
   * Makes a call beside the sign-in, once that has ended, as a step of the same trace.
   * @param made what was made for this call, to be shown with it
   * @throws BridgeError `run-not-ended`
   */
  async call(request: WireRequest, made?: MadeForCall): Promise<Answer | TransportFailure> {
    if (this.#state.step !== 'done')
      throw new BridgeError('run-not-ended', 'Finish or cancel the sign-in first.')
    this.#stop = new AbortController()
    this.#by = 'person'
    if (made) this.trace.made(this.#calls + 1, made.what, made.durationMs, made)
    return this.#makeCall(request, {})
  }

  get hasEnded(): boolean {
    return this.#state.step === 'done'
  }

  /** Ends the sign-in: breaks off the call in flight, or leaves the challenge unanswered. */
  cancel(): void {
    this.#stop.abort()
    // A call in flight reports its own end, with what was recorded of it.
    if (this.#state.step !== 'sending') this.#dispatch({ type: 'cancelled' })
  }

  #waiting(): Asked {
    if (this.#state.step === 'asked') return this.#state.asked
    throw new BridgeError(
      'run-not-waiting',
      this.#state.step === 'done'
        ? 'This sign-in has ended. Start it again to answer.'
        : 'A call is under way: no challenge waits for an answer now.',
    )
  }

  #dispatch(event: SignInEvent): void {
    const [state, effects] = transition(this.#start.client, this.#state, event)
    this.#state = state
    for (const effect of effects) this.#perform(effect)
  }

  #perform(effect: Effect): void {
    try {
      switch (effect.type) {
        case 'make':
          this.#make(effect.input)
          break
        case 'send':
          this.#send(effect.request, effect.answering).catch(this.#fault)
          break
        case 'ask':
          this.#ask(effect.asked).catch(this.#fault)
          break
        case 'end':
          this.#end(effect.outcome)
          break
      }
    } catch (error) {
      this.#fault(error)
    }
  }

  #make(input: SignInInput): void {
    const { client } = this.#start
    const flow = flows.get(input.flow)
    const given = input.parameters
    const begin = performance.now()
    const asAdmin = input.asAdmin !== undefined
    const made = flow?.parameters({ client, ports: this.#ports, given, asAdmin })
    if (made && 'missing' in made) {
      this.#dispatch({ type: 'not made', message: made.missing })
      return
    }
    if (made) {
      this.#answers.continueWith(made)
      const what = inForce(flow?.made ?? [], given)
        .map(({ name }) => name)
        .join(', ')
      this.trace.made(this.#calls + 1, what, performance.now() - begin, made)
    }
    this.#dispatch({ type: 'made', authParameters: made?.values ?? given })
  }

  async #send(request: WireRequest, answering: Asked | undefined): Promise<void> {
    this.#answering = answering
    const session = answering ? answering.session : this.#start.input.session
    const spoiled = this.#mistake.spoil(request, answering, session)
    const answer = await this.#makeCall(spoiled?.request ?? request, {
      ...(answering && { challenge: answering.name }),
      ...(session && { session }),
      ...(spoiled && { mistake: spoiled.title }),
    })
    if ('session' in answer) this.#sessionAt = this.#ports.now()
    this.#dispatch(
      answer.kind === 'failed' ? { type: 'failed', failure: answer } : { type: 'replied', answer },
    )
  }

  #makeCall(request: WireRequest, about: CallAbout): Promise<Answer | TransportFailure> {
    const step = (this.#calls += 1)
    return writtenCall(
      { start: this.#start, ports: this.#ports, trace: this.trace, signal: this.#stop.signal },
      request,
      { ...about, step, by: this.#by },
    )
  }

  async #ask(asked: Asked): Promise<void> {
    const again = asked === this.#answering
    const begin = performance.now()
    const made = await this.#answers.byItself(asked, again)
    // Cancelled while the answer was made.
    if (!this.#awaits(asked)) return
    if (made && !('missing' in made)) {
      this.#answerWith(asked, made, begin, 'automatic')
      return
    }
    const step = this.#calls + 1
    const shown = challenges.get(asked.name)?.shows?.(asked) ?? []
    this.trace.made(step, asked.name, 0, { shown })
    const sessionAt = this.#sessionAt
    const available = asked.availableChallenges
    this.trace.write(() => ({
      type: 'asked',
      step,
      challenge: asked.name,
      username: this.trace.show(asked.username),
      parameters: this.trace.parameters(asked.parameters),
      ...(available.length > 0 && { available }),
      ...(asked.session && { session: this.trace.show(asked.session) }),
      sessionAt,
      ...(made && { notMade: made.missing }),
      again,
    }))
  }

  #awaits = (asked: Asked): boolean => this.#state.step === 'asked' && this.#state.asked === asked

  #answerWith(
    asked: Asked,
    made: Made,
    begin: number,
    by: 'person' | 'automatic',
    clientMetadata: ClientMetadata = {},
  ): void {
    if (!this.#awaits(asked)) return
    this.trace.made(this.#calls + 1, asked.name, performance.now() - begin, made)
    this.#by = by
    this.#answers.continueWith(made)
    this.#dispatch({ type: 'answered', answers: made.values, clientMetadata })
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
   * its kind: sealing may be what failed, and a message might hold a secret.
   */
  readonly #fault = (error: unknown): void => {
    if (this.#faulted) return
    this.#faulted = true
    const kind = error instanceof Error ? error.name : 'unknown'
    const message = `A fault in Authscope (${kind}) ended this sign-in. Please report it.`
    this.#state = { step: 'done', outcome: { kind: 'failed', code: 'other', message } }
    this.#stop.abort()
    this.trace.write(() => ({ type: 'ended', outcome: 'failed', message }))
  }
}
