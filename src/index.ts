/** aslx: run state machines in process, on a virtual clock, and strike them with the faults production really has. */
export { type Edge, type EdgeKind, edgesOf } from './asl/edges.js'
export type { Json, JsonObject } from './asl/json.js'
export { type ErrorPlace, UserError, type UserErrorDetails, type UserErrorKind } from './asl/user-error.js'
export type { HistoryEvent } from './engine/event-types.js'
export type { Call } from './engine/ports.js'
export type { TraceEntry } from './engine/trace.js'
export {
  type Arrival,
  type Arrivals,
  type BurstsOptions,
  type SpikeOptions,
  type SteadyOptions,
  bursts,
  listed,
  spike,
  steady,
} from './explore/simulation/arrivals.js'
export { loadArrivals } from './explore/simulation/load-arrivals.js'
export { type SimulateOptions, simulate } from './explore/simulation/simulate.js'
export type { FailedExecution, Simulation } from './explore/simulation/simulation.js'
export { type Fault, fault } from './faults/fault.js'
export { type BrownOutOptions, brownOut } from './faults/models/brown-out.js'
export type { ConcurrencyOptions } from './faults/models/concurrency-options.js'
export { concurrency } from './faults/models/concurrency.js'
export { type DynamoThroughputOptions, dynamoThroughput } from './faults/models/dynamo-throughput.js'
export type { LambdaPoolOptions } from './faults/models/lambda-pool-options.js'
export { lambdaPool } from './faults/models/lambda-pool.js'
export { type LatencyOptions, latency } from './faults/models/latency.js'
export type { Model } from './faults/models/model.js'
export { type OutageOptions, outage } from './faults/models/outage.js'
export { type PayloadLimitsOptions, payloadLimits } from './faults/models/payload-limits.js'
export {
  type AsyncAttempt,
  type AsyncOptions,
  type BatchAttempt,
  type BatchOptions,
  type Redelivery,
  redeliverAsync,
  redeliverBatch,
} from './faults/models/redelivery.js'
export type { S3PrefixOptions } from './faults/models/s3-prefix-options.js'
export { s3Prefix } from './faults/models/s3-prefix.js'
export { type TokenBucketOptions, tokenBucket } from './faults/models/token-bucket.js'
export { type Config, type ConfigValue, defineConfig } from './harness/scenarios/config/config.js'
export type { CodeOptions } from './harness/answering/handlers/code-options.js'
export { type CommandOptions, command } from './harness/answering/handlers/command-handler.js'
export { type HandlerOptions, handler } from './harness/answering/handlers/handler.js'
export { loadMachine } from './harness/machines/load-machine.js'
export { loadScenario } from './harness/scenarios/load-scenario.js'
export type { LiveExecution, WaitForOptions } from './harness/machines/live-execution.js'
export type { Machine, MachineOptions } from './harness/machines/machine.js'
export { type RedrivableRun, type RedriveOptions, redrive } from './harness/machines/redrivable-run.js'
export { type ErrorPath, type ErrorPathOptions, type ExpectedPath, errorPaths } from './explore/error-paths.js'
export type { ExploreOptions } from './explore/explore-machine.js'
export { explore } from './explore/explore.js'
export type { MachineFindings } from './explore/machine-findings.js'
export { type TestedMachine, testFileFor } from './explore/test-file.js'
export { loadMockConfig } from './harness/scenarios/mock-config/read-mock-config.js'
export { loadMockScenario } from './harness/scenarios/mock-config/mock-scenario.js'
export { writeMockConfig } from './harness/scenarios/mock-config/write-mock-config.js'
export { childRun } from './harness/machines/map-run-records.js'
export type { Run, StartedExecution } from './harness/machines/run.js'
export type { CallRecord } from './harness/sessions/call-record.js'
export { type Scenario, replay } from './harness/scenarios/scenario.js'
export { type TestStateOptions, testState } from './harness/checks/test-state/test-state.js'
export { type ValidateOptions, type Validation, validateDefinition } from './harness/checks/validate-definition.js'
export type { RunOf, ScenarioOf, StateNames } from './harness/machines/state-name-types.js'
export { type MachineOf, machine } from './harness/machines/typed-machine.js'
export type { WaitingTask } from './harness/machines/waiting-task.js'
export type { Effect } from './tasks/ledger.js'
export { type Reply, type TaskFunction, type TaskMock, delay, fails, hangs, returns } from './tasks/script.js'
export { TaskError } from './tasks/task-error.js'
export { TaskTokenError } from './tasks/task-token-error.js'
export { query } from './verify/query.js'
export type { Verdict } from './verify/verdict.js'
export { verdicts } from './verify/verdicts.js'
export type { Diagnostic } from './wire/diagnostic.js'
export { ServiceException } from './wire/service-exception.js'
export type { TestStateOutput, TestStateRequest } from './wire/test-state-api.js'
export { createStateMachineError } from './harness/checks/create-machine-error.js'
export { type DuplicatedRun, type DuplicateOptions, runDuplicated } from './harness/machines/express-duplicates.js'
export type { ApiError } from './wire/create-machine-exception.js'
export { type Account, type MachineRequest, accountError, machineRequestError } from './wire/machine-request.js'
