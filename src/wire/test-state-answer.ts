import type { Json } from '../asl/json.js'
import { toJsonText } from './wire-json.js'
import type {
  InspectionData,
  InspectionLevel,
  InspectionNumbers,
  TestStateOutput,
  TestStateStatus,
} from './test-state-api.js'

/** The members of the inspection data that are JSON text. */
export type InspectedPayload = Exclude<keyof InspectionData, keyof InspectionNumbers>

/** What was seen of the data on its way through a state, as values. */
export interface Inspection {
  readonly payloads: Readonly<Partial<Record<InspectedPayload, Json>>>
  readonly numbers: InspectionNumbers
}

/** How the test of a state ended, as values. */
export interface TestedState {
  readonly status: TestStateStatus
  readonly output?: Json
  readonly error?: string | undefined
  readonly cause?: string | undefined
  readonly nextState?: string | undefined
  readonly inspection: Inspection
}

/** The answer in the shape of AWS's API. `DEBUG` and `TRACE` show the same, since nothing is called over HTTP. */
export function toTestStateOutput(tested: TestedState, level: InspectionLevel): TestStateOutput {
  const { status, output, error, cause, nextState, inspection } = tested
  return {
    ...(output !== undefined && { output: toJsonText(output) }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(level !== 'INFO' && { inspectionData: toInspectionData(inspection) }),
    ...(nextState !== undefined && { nextState }),
    status,
  }
}

function toInspectionData({ payloads, numbers }: Inspection): InspectionData {
  const texts = Object.entries(payloads).map(([name, value]) => [name, toJsonText(value)])
  return { ...Object.fromEntries(texts), ...numbers }
}
