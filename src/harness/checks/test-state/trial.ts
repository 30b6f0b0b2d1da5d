import type { Json } from '../../../asl/json.js'
import type { Handover } from '../../../data/flow.js'
import { QueryFailure } from '../../../data/failure.js'
import type { AslError, Call, Outcome } from '../../../engine/ports.js'
import type { InspectionNumbers, TestStateConfiguration } from '../../../wire/test-state-api.js'
import type { InspectedPayload, Inspection } from '../../../wire/test-state-answer.js'
import type { SourcesFor } from './test-context.js'
import type { Subject } from './test-subject.js'

/** One test of one state: all that its work may need. */
export interface Trial {
  readonly subject: Subject
  readonly input: Json
  readonly effectiveInput: Json
  readonly sources: SourcesFor
  /** What the mock says; undefined without one. */
  readonly mock: Outcome | undefined
  readonly configuration: TestStateConfiguration
  /** What a Task without a mock calls. */
  readonly answer: ((call: Call) => Outcome) | undefined
  readonly inspector: Inspector
}

/** How the work of the state ended, before any retrier or catcher. */
export type Ending =
  | { readonly handover: Handover; readonly next: string | undefined }
  | { readonly failure: AslError; readonly duringTask: boolean }

/** The ending of an expression without an answer. AWS's prefix with the event id is not there: TestState has no events (recorded). */
export function failedQuery({ error, cause }: QueryFailure): Ending {
  return { failure: { error, cause }, duringTask: false }
}

/** Gathers what is seen of the data on its way, so that it is there however the test ends. */
export class Inspector {
  readonly #payloads: Partial<Record<InspectedPayload, Json>> = {}
  #numbers: InspectionNumbers = {}

  /** Expressions without an answer are not shown. */
  see(name: InspectedPayload, value: Json | QueryFailure): void {
    if (!(value instanceof QueryFailure)) this.#payloads[name] = value
  }

  count(numbers: InspectionNumbers): void {
    this.#numbers = { ...this.#numbers, ...numbers }
  }

  seen(): Inspection {
    return { payloads: { ...this.#payloads }, numbers: this.#numbers }
  }
}
