import type { ErrorPlace } from '../../../asl/user-error.js'
import type { Json } from '../../../asl/json.js'
import type { LocateSource } from '../../../asl/positions.js'

/**
 * A `MockConfigFile.json` as Step Functions Local reads it: test cases by state machine, each giving some states a named
 * list of responses (https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html). Lists keep the order of the file, which is how it is written back.
 */
export interface MockConfig {
  readonly machines: readonly MockedMachine[]
  readonly responses: readonly MockedResponse[]
  /** `MockedResponse` is how the documentation spells it in places; files have `MockedResponses`. */
  readonly responsesKey: 'MockedResponses' | 'MockedResponse'
  /** How the file looks, for writing it back. */
  readonly form: TextForm
}

/** How a JSON text looks: what one level is indented by ('' for one line), and whether a line break ends it. */
export interface TextForm {
  readonly indent: string
  readonly endsWithNewline: boolean
}

export interface MockedMachine {
  readonly name: string
  readonly cases: readonly MockCase[]
}

/** `Case` in `arn:...:stateMachine:Name#Case`. */
export interface MockCase {
  readonly name: string
  /** Which response each state gets. */
  readonly states: readonly { readonly state: string; readonly response: string }[]
}

export interface MockedResponse {
  readonly name: string
  /** In the order of their numbers. */
  readonly entries: readonly MockEntry[]
}

/** What the calls of these numbers get: 0 is the first call, both ends included. */
export interface MockEntry {
  readonly first: number
  readonly last: number
  /** The numbers as written, e.g. `1-2`. */
  readonly key: string
  readonly reply:
    | { readonly kind: 'Return'; readonly value: Json }
    | { readonly kind: 'Throw'; readonly error: string; readonly cause: string }
}

/** A mock configuration that was read from a file, and where its parts stand. */
export interface LocatedMockConfig {
  readonly file: string
  readonly config: MockConfig
  readonly locate: LocateSource
}

/** Tells where a part of the file stands: `file:line:col`. */
export interface Reader {
  readonly at: (...keys: readonly string[]) => ErrorPlace
}
