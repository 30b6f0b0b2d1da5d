import { isArray, isObject, member } from '../../../asl/json.js'
import { isJsonata } from '../../../asl/query-language.js'
import type { StateFacts } from '../machine-facts.js'
import { staticRule } from './static-rule.js'

/** The AWS SDK integration of Lambda takes a function that failed for a success. */
export const ignoredFunctionError = staticRule(
  {
    id: 'ASLX306',
    class: 'swallowed',
    title: 'aws-sdk:lambda:invoke succeeds although the function failed',
    severity: 'warning',
    why: 'The SDK hands the FunctionError of a function on as a part of its answer. No Retry and no Catch sees it.',
    write: 'arn:aws:states:::lambda:invoke, which fails with the error of the function; or a Choice on $.FunctionError',
  },
  ({ resource }, { definition }) => {
    if (resource?.kind !== 'aws-sdk' || resource.service !== 'lambda' || resource.action !== 'invoke') return undefined
    if (JSON.stringify(definition).includes('.FunctionError')) return undefined
    return { detail: 'a function that fails is answered as a success, and nobody reads FunctionError' }
  },
)

/** Actions that start work and do not wait for it, and what asks how it went. */
const STARTS: ReadonlyMap<string, RegExp> = new Map([
  ['ecs:runTask', /ecs:describeTasks/],
  ['glue:startJobRun', /glue:getJobRun/],
  ['batch:submitJob', /batch:describeJobs/],
  ['codebuild:startBuild', /codebuild:batchGetBuilds/],
  ['athena:startQueryExecution', /athena:getQueryExecution/],
  ['emr-serverless:startJobRun', /emrserverless:getJobRun/],
  ['states:startExecution', /sfn:describeExecution/],
])

/** Work is started, and nobody waits for it or asks how it went. */
export const startedAndForgotten = staticRule(
  {
    id: 'ASLX307',
    class: 'swallowed',
    title: 'A job is started, and nothing in the machine learns how it went',
    severity: 'info',
    why: 'Without .sync the Task is done as soon as the job is accepted. A job that fails later fails for nobody.',
    write: '.sync behind the resource, or .waitForTaskToken and a job that answers',
  },
  ({ resource }, { definition }) => {
    if (resource?.kind !== 'optimized' || resource.pattern !== 'request-response') return undefined
    const asks = STARTS.get(`${resource.service}:${resource.action}`)
    if (!asks || asks.test(JSON.stringify(definition))) return undefined
    return { detail: 'the job is only started: how it ends, nobody learns' }
  },
)

/** One bad item ends a distributed Map. */
export const noTolerance = staticRule(
  {
    id: 'ASLX308',
    class: 'unhandled',
    title: 'One bad item ends a whole distributed Map',
    severity: 'info',
    why: 'A distributed Map without a tolerance stops all of its children at the first one that fails, and drops what they had done.',
    write: 'ToleratedFailureCount or ToleratedFailurePercentage, and a ResultWriter that tells which items failed',
  },
  ({ target, definition, handlers }) => {
    if (!target.distributed || handlers.catchers.length > 0) return undefined
    if (TOLERANCES.some((field) => member(definition, field) !== undefined)) return undefined
    return { detail: 'the first item that fails stops all others: no tolerance' }
  },
)

const TOLERANCES = [
  'ToleratedFailureCount',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentage',
  'ToleratedFailurePercentagePath',
]

/** All items may fail, and the Map succeeds. */
export const allTolerated = staticRule(
  {
    id: 'ASLX309',
    class: 'lost-data',
    title: 'A Map succeeds although all of its items failed',
    severity: 'warning',
    why: 'With a tolerance of 100 % the Map never fails. Unless somebody reads which items failed, all of them may be lost without a word.',
    write: 'a smaller ToleratedFailurePercentage, or a ResultWriter and a state that reads its counts',
  },
  ({ definition }) => {
    if (member(definition, 'ToleratedFailurePercentage') !== 100 || member(definition, 'ResultWriter') !== undefined) {
      return undefined
    }
    return { detail: 'all items may fail, and nothing says which: 100 % are tolerated, and there is no ResultWriter' }
  },
)

/** A catcher throws away what it caught. */
export const discardedError = staticRule(
  {
    id: 'ASLX313',
    class: 'swallowed',
    title: 'A Catch throws away the error that it took',
    severity: 'info',
    why: 'Without the error in the data nobody behind the Catch can tell what went wrong, neither a Choice nor a person.',
    write: '"ResultPath": "$.error" on the catcher; in JSONata, $states.errorOutput in its Output or Assign',
  },
  (state, { definition }) => {
    const catchers = member(state.definition, 'Catch')
    if (catchers === undefined || !isArray(catchers)) return undefined
    const jsonata = isObject(definition) && isJsonata(state.definition, definition)
    const discards = catchers.filter(isObject).some((catcher) => {
      if (!jsonata) return member(catcher, 'ResultPath') === null && member(catcher, 'Assign') === undefined
      const written = JSON.stringify([member(catcher, 'Output') ?? null, member(catcher, 'Assign') ?? null])
      return member(catcher, 'Output') !== undefined && !written.includes('errorOutput')
    })
    return discards ? { detail: 'the error is dropped where it is caught' } : undefined
  },
)

/** An Express execution may run more than once. */
export const expressRepeats = staticRule(
  {
    id: 'ASLX312',
    class: 'duplicate-effect',
    title: 'An Express execution may be carried out more than once, and this step is not safe to repeat',
    severity: 'info',
    why: 'Asynchronous Express executions run at least once: Step Functions itself may start one again.',
    write: 'a token or a condition that makes the step safe to repeat, or a Standard machine',
  },
  (state, { machine }) => {
    if (machine.type !== 'EXPRESS' || !isAdding(state)) return undefined
    return { detail: 'an asynchronous Express execution may run twice, and this step would be done twice' }
  },
)

/** Actions that add something each time, and know no repetition. */
const ADDING = /^(?:sendMessage|sendMessageBatch|publish|publishBatch|putEvents|putRecord|putRecords|putRecordBatch)$/

function isAdding({ resource }: StateFacts): boolean {
  return (resource?.kind === 'optimized' || resource?.kind === 'aws-sdk') && ADDING.test(resource.action)
}
