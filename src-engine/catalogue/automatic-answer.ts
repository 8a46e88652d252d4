/** A kind of automatic answer, which a switch turns off. */
export interface AutomaticAnswer<Id extends string = string> {
  /** In profiles, in requests, and in the command line’s `--no-auto-<id>`. */
  readonly id: Id
  /** On the switch of the flow builder. */
  readonly title: string
  /** In the form of a profile. */
  readonly label: string
  /** What it does, in a sentence. */
  readonly help: string
  /** Whether it is on where nobody has said. */
  readonly default: boolean
}

/** Checks an automatic answer and keeps its id as a literal type. */
export const defineAutomaticAnswer = <const Id extends string>(
  answer: AutomaticAnswer<Id>,
): AutomaticAnswer<Id> => answer
