import { isObject, type Json, member } from '../../asl/json.js'
import type { FaultDefinition } from '../fault-definition.js'
import type { FaultTarget } from '../fault-target.js'
import { allOf, callsOptimized } from '../applies-to-resources.js'

const family = 'lambda-event-source'
const ASYNC = 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html'

/** The invocation type has to stand there as text; what an expression comes to is not known before the call. */
function invokesAsync({ definition }: FaultTarget): boolean {
  const given = member(definition, 'Parameters') ?? member(definition, 'Arguments')
  return isObject(given) && member(given, 'InvocationType') === 'Event'
}

const accepted: Json = { ExecutedVersion: null, Payload: {}, StatusCode: 202 }

const asyncAccepted: FaultDefinition = {
  id: 'lambda-async-accepted',
  title: 'The function is only queued (InvocationType Event): the Task succeeds whatever becomes of it',
  family,
  aliases: ['async-accepted', 'fire-and-forget'],
  targets: 'tasks on lambda:invoke with InvocationType Event',
  appliesTo: allOf(callsOptimized('lambda', 'invoke'), invokesAsync),
  effect: { kind: 'answer', change: () => accepted },
  matchedBy: [],
  transient: false,
  sideEffect: 'may-have-happened',
  advice:
    'Do not use Event where the result matters. Lambda tries twice more, then hands the event to a dead-letter queue.',
  evidence: 'documented',
  source: [ASYNC],
}

/** A fault of what starts the execution. */
function outside(
  row: Pick<FaultDefinition, 'id' | 'title' | 'aliases' | 'advice' | 'evidence' | 'source'>,
  what: string,
): FaultDefinition {
  return {
    ...row,
    family,
    targets: 'what starts the execution',
    appliesTo: () => false,
    effect: { kind: 'outside', what },
    matchedBy: [],
    transient: 'depends',
    sideEffect: 'may-have-happened',
  }
}

const asyncRetryThenDlq = outside(
  {
    id: 'lambda-async-retry-then-dlq',
    title: 'An event that is not waited for fails three times, and goes to the dead-letter queue',
    aliases: ['dlq', 'async-retry'],
    advice:
      'Make the consumer idempotent; set MaximumRetryAttempts, MaximumEventAgeInSeconds and an OnFailure destination.',
    evidence: 'reported',
    source: ['LocalStack snapshots recorded against AWS: lambda_/test_lambda_destinations', ASYNC],
  },
  "Lambda's own queue tries the starting function three times, and the event goes to the dead-letter queue",
)

const asyncThrottleQueue = outside(
  {
    id: 'lambda-async-throttle-queue',
    title: 'An event waits in the queue of Lambda while the function is throttled, for up to six hours',
    aliases: ['async-throttle'],
    advice: 'Let the machine cope with old events: compare their time, and set MaximumEventAgeInSeconds.',
    evidence: 'documented',
    source: [ASYNC],
  },
  "the event waits in Lambda's own queue before the execution is started",
)

const kafkaBatchRetry = outside(
  {
    id: 'kafka-esm-batch-retry',
    title: 'One bad record makes a Kafka, Kinesis or DynamoDB stream deliver its whole batch again',
    aliases: ['esm-batch-retry', 'poison-record'],
    advice:
      'Report the failed items (ReportBatchItemFailures), bisect batches, cap the retries, and start executions under a name made from the record.',
    evidence: 'documented',
    source: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html'],
  },
  'the event source delivers the whole batch again, and every record of it starts an execution once more',
)

const sqsPartialBatch = outside(
  {
    id: 'sqs-esm-partial-batch',
    title: 'One bad message makes the whole batch of an SQS queue visible again',
    aliases: ['sqs-redelivery'],
    advice:
      'Report the failed items (ReportBatchItemFailures) and give the queue a dead-letter queue (maxReceiveCount).',
    evidence: 'documented',
    source: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html'],
  },
  'the queue delivers the whole batch again, and its messages start their executions once more',
)

/** Trouble before or behind an invocation that nobody waits for. */
export const lambdaEventSource: readonly FaultDefinition[] = [
  asyncAccepted,
  asyncRetryThenDlq,
  asyncThrottleQueue,
  kafkaBatchRetry,
  sqsPartialBatch,
]
