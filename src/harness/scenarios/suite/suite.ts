import type { LocateSource, SourcePosition } from '../../../asl/positions.js'
import type { UserError } from '../../../asl/user-error.js'
import type { LocatedMockConfig } from '../mock-config/mock-config.js'
import type { Scenario } from '../scenario.js'
import type { Expectation } from './expectation.js'

/** One case: a machine, a scenario, and what is expected of the run. */
export interface SuiteCase {
  /** The suite's file. */
  readonly file: string
  readonly name: string
  /** Where the case stands. */
  readonly at: SourcePosition | undefined
  /** The machine's source, as `loadMachine` takes it. */
  readonly machine: string
  readonly scenario: Scenario
  /** Where parts of the scenario stand: those of the case itself, of its file, of its scenario file. */
  readonly scenarioAt: (part: string) => SourcePosition | undefined
  /** A test case of Step Functions Local that says what the Tasks answer. */
  readonly mocks?: MockReference
  readonly expectations: readonly Expectation[]
  /** Where an expectation stands, by its pointer. */
  readonly locate: LocateSource
}

/** A test case of a `MockConfigFile.json`. */
export interface MockReference {
  readonly config: LocatedMockConfig
  /** Name of the state machine in it; by default that of the machine, or the only one. */
  readonly machine?: string
  readonly testCase: string
}

/** A file with cases. One whose every case has a mistake has none. */
export interface Suite {
  readonly file: string
  readonly cases: readonly SuiteCase[]
  /** What is wrong with other cases: a line each. */
  readonly mistakes: readonly UserError[]
}
