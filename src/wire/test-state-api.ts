/**
 * The request of `TestState`. Texts are JSON text, as AWS takes them.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
export interface TestStateRequest {
  /** A single state; with `stateName`, a whole state machine. */
  readonly definition: string
  /** Which state of a whole state machine is tested, however deep it lies in Maps and Parallels. */
  readonly stateName?: string
  /** Default `{}`. */
  readonly input?: string
  /** How much of the data flow the answer shows; default `INFO`, which is none of it. */
  readonly inspectionLevel?: InspectionLevel
  /** Accepted, and without effect: nothing is called that would be given secrets. */
  readonly revealSecrets?: boolean
  readonly roleArn?: string
  /** Variables that are assigned already, as an object. */
  readonly variables?: string
  /** The context object, or the parts of it that matter. Only with a mock. */
  readonly context?: string
  readonly mock?: TestStateMock
  readonly stateConfiguration?: TestStateConfiguration
}

export type InspectionLevel = 'INFO' | 'DEBUG' | 'TRACE'

/** What the work of the state comes to: a result, or an error. */
export interface TestStateMock {
  readonly result?: string
  readonly errorOutput?: { readonly error?: string; readonly cause?: string }
  /** How the result of a service is held to the model of its API; default `STRICT`. */
  readonly fieldValidationMode?: FieldValidationMode
}

/** `STRICT`: members that are there, and required ones; `PRESENT`: members that are there; `NONE`: nothing. */
export type FieldValidationMode = 'STRICT' | 'PRESENT' | 'NONE'

export interface TestStateConfiguration {
  /** How often the retrier that takes the mocked error has retried before; default 0. */
  readonly retrierRetryCount?: number
  /** The state inside a Map or Parallel that the mocked error comes from. */
  readonly errorCausedByState?: string
  /** How many iterations of a Map failed; default 0. */
  readonly mapIterationFailureCount?: number
  /** What the ItemReader of a distributed Map finds at its source: the text of the object. */
  readonly mapItemReaderData?: string
}

/** The answer of `TestState`; an absent member is left out. */
export interface TestStateOutput {
  readonly status: TestStateStatus
  readonly output?: string
  readonly error?: string
  readonly cause?: string
  readonly nextState?: string
  /** From `DEBUG` on. */
  readonly inspectionData?: InspectionData
  /** Of aslx, not of AWS: what was not looked at, such as a mock of an API whose model aslx does not have. */
  readonly notice?: string
}

/** `RETRIABLE`: a retrier would try again. `CAUGHT_ERROR`: a catcher hands `output` on to `nextState`. */
export type TestStateStatus = 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR'

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionData.html */
export interface InspectionData extends InspectionNumbers {
  readonly input?: string
  readonly afterArguments?: string
  readonly afterInputPath?: string
  readonly afterParameters?: string
  readonly result?: string
  readonly afterResultSelector?: string
  readonly afterResultPath?: string
  readonly afterItemsPath?: string
  readonly afterItemSelector?: string
  readonly afterItemBatcher?: string
  readonly variables?: string
}

/** The part of the inspection data that is not JSON text. */
export interface InspectionNumbers {
  readonly maxConcurrency?: number
  readonly toleratedFailureCount?: number
  readonly toleratedFailurePercentage?: number
  readonly errorDetails?: InspectionErrorDetails
}

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionErrorDetails.html */
export interface InspectionErrorDetails {
  /** The catcher that took the error, from 0. */
  readonly catchIndex?: number
  /** The retrier that matches the error, from 0, also when it has no attempts left. */
  readonly retryIndex?: number
  /** Whole seconds until the next try. */
  readonly retryBackoffIntervalSeconds?: number
}
