import { isObject, member, type Json, type JsonObject } from '../../asl/json.js'
import { type AnswerTable, answersOf } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { derivedUuid } from '../derived-id.js'
import { jsonText } from '../task-json.js'
import { listParameter, textParameter } from '../service-call.js'
import type { ServiceFailure } from '../service-failure.js'

/**
 * Buses that take every event. The optimized integration adds no SDK metadata (recorded).
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference
 */
const table: AnswerTable = {
  putEvents: ({ call, parameters }) => ({
    Entries: listParameter(parameters, 'Entries').map((_, i) => ({ EventId: derivedUuid(call, `event ${i}`) })),
    FailedEntryCount: 0,
  }),
  putRule: ({ call, parameters }) => ({ RuleArn: arnOf(call, 'events', 'rule/', ruleName(parameters)) }),
  describeRule: ({ call, parameters }) => ({
    Arn: arnOf(call, 'events', 'rule/', ruleName(parameters)),
    Name: ruleName(parameters),
    State: 'ENABLED',
  }),
  enableRule: () => ({}),
  disableRule: () => ({}),
  deleteRule: () => ({}),
  putTargets: () => ({ FailedEntries: [], FailedEntryCount: 0 }),
  removeTargets: () => ({ FailedEntries: [], FailedEntryCount: 0 }),
  listRules: () => ({ Rules: [] }),
  testEventPattern: () => ({ Result: true }),
}

export const inferEvents = answersOf(table)

function ruleName(parameters: JsonObject): string {
  return textParameter(parameters, 'Name') ?? 'rule'
}

/**
 * PutEvents answers well where it refused some of the events; the optimized integration then fails with
 * `EventBridge.FailedEntry`, and the whole answer is the cause (recorded 2025-11). A retry sends the accepted ones again.
 */
export function judgeEvents(value: Json): ServiceFailure | undefined {
  const failed = isObject(value) ? member(value, 'FailedEntryCount') : undefined
  if (!isObject(value) || typeof failed !== 'number' || failed <= 0) return undefined
  const carriedOut = listParameter(value, 'Entries').some((entry) => isObject(entry) && Object.hasOwn(entry, 'EventId'))
  return { failure: { error: 'EventBridge.FailedEntry', cause: jsonText(value) }, carriedOut }
}
