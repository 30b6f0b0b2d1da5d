import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, isArray, isObject, member } from '../../../src/asl/json.js'
import { parseResource } from '../../../src/asl/resource.js'
import { catalogue, findFault } from '../../../src/faults/catalogue.js'
import { type FaultDefinition, runtimes } from '../../../src/faults/fault-definition.js'
import type { FaultArguments } from '../../../src/faults/fault-parameters.js'
import { faultTargets } from '../../../src/faults/fault-target.js'
import { fillPlaceholders } from '../../../src/faults/placeholders.js'
import { errorNameOf, renderFault } from '../../../src/faults/render.js'
import { EXAMPLES, contextFor } from './example-states.js'
import { callOf } from './fixtures.js'

const shared = process.env.ASLX_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const rows = catalogue.map((row) => [row.id, row] as const)
const struck = (row: FaultDefinition) => EXAMPLES.filter(({ target }) => row.appliesTo(target))

describe('the catalogue', () => {
  it('has names that nothing else has', () => {
    const names = catalogue.flatMap((row) => [row.id, ...row.aliases])
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it.each([
    ['oom', 'lambda-oom'],
    ['exception', 'lambda-unhandled-exception'],
    ['tmp-full', 'lambda-tmp-full'],
    ['enospc', 'lambda-tmp-full'],
    ['diskspace', 'lambda-tmp-full'],
    ['emfile', 'lambda-too-many-open-files'],
    ['429', 'lambda-throttled-account'],
    ['throttle', 'lambda-throttled-account'],
    ['throttle-error', 'aws-sdk-throttling-generic'],
    ['slowdown', 's3-slowdown'],
    ['503', 's3-outage-503'],
    ['unavailable-error', 's3-outage-503'],
    ['500', 'lambda-service-exception'],
    ['internal-error', 'lambda-service-exception'],
    ['denylist', 's3-outage-dns'],
    ['network', 'aws-sdk-connect-timeout'],
    ['access-denied', 'lambda-access-denied'],
    ['not-found', 'lambda-function-not-found'],
    ['cold', 'lambda-init-error'],
    ['stream-provisioned-throughput-exception', 'kinesis-putrecord-throttled'],
    ['stream-expired-iterator-exception', 'kinesis-expired-iterator'],
  ])('has %s for %s', (tried, id) => {
    expect(findFault(tried).id).toBe(id)
  })

  it.each(rows)('%s speaks in whole sentences', (_, row) => {
    expect(row.title).toMatch(/[^.]$/)
    expect(row.advice).toMatch(/\.$/)
    expect(row.source).not.toEqual([])
    expect(row.evidence === 'recorded').toBe(row.recording !== undefined)
  })
})

describe('a fault wherever it can happen', () => {
  it.each(rows)('%s leaves no placeholder, and tells its name in advance', (_, row) => {
    for (const example of struck(row)) {
      for (const runtime of runtimes) {
        const args: FaultArguments = row.effect.kind === 'named-error' ? { name: 'Card.Declined' } : {}
        const context = contextFor(example, { runtime }, args)
        const rendered = renderFault(row, context)
        if (rendered.kind === 'answer') expect(() => rendered.change?.({}, context)).not.toThrow()
        if (rendered.kind !== 'failure') continue
        const { error, cause } = rendered.failure
        expect(`${error} ${cause}`, example.name).not.toMatch(/\{[a-z_]+\}|\[object/)
        if (row.effect.kind === 'named-error') continue
        expect([error, undefined], example.name).toContain(errorNameOf(row, context.call.resource, runtime))
        const claimed = row.matchedBy.map((name) =>
          name.includes('{') ? fillPlaceholders(name, context, row.parameters) : name,
        )
        if (claimed.length > 0 && error !== undefined) expect(claimed, `${example.name} ${runtime}`).toContain(error)
      }
    }
  })

  it.each(catalogue.filter((row) => row.effect.kind === 'outside').map((row) => [row.id, row] as const))(
    '%s strikes no state, and says who plays it',
    (_, row) => {
      expect(struck(row)).toEqual([])
      const [example] = EXAMPLES
      if (example) expect(() => renderFault(row, contextFor(example))).toThrow(/strikes no state: .*aslx simulate/)
    },
  )
})

const recordings = `${shared}/conformance`
const unrecorded = !existsSync(recordings)

describe.skipIf(unrecorded)(`a recorded fault${unrecorded ? ' (the recordings are absent)' : ''}`, () => {
  const activityArn = 'arn:aws:states:us-east-1:111111111111:activity:recorded'
  /** What the recorded call was about, where the fault's defaults are about something else. */
  const ABOUT: Readonly<Record<string, { readonly args?: FaultArguments; readonly parameters?: JsonObject }>> = {
    'lambda-unhandled-exception': { args: { message: 'Some exception was raised.' } },
    'lambda-custom-error-name': { args: { message: '' } },
    'eventbridge-failed-entry': {
      args: {
        code: 'InvalidArgument',
        message: 'Parameter Source is not valid. Reason: Source is a required argument.',
      },
    },
    'states-parallel-branch-failed': { args: { error: 'FailureType', message: 'Cause description' } },
    'map-config-invalid': { args: { value: 'NoNumber' } },
    'map-iteration-failed': { args: { error: 'HandleItemFailError', message: 'HandleItemFailCause' } },
    'callback-task-failure': { args: { error: 'Failure error', cause: 'Failure cause' } },
    'activity-task-failure': { args: { error: 'Programmatic Error', cause: '{"Value1":"HelloWorld"}' } },
    'sqs-host-unresolvable': { parameters: { QueueUrl: 'https://no-such-queue-73e08fde/q' } },
  }
  const recorded = catalogue.filter((row) => row.evidence === 'recorded').map((row) => [row.id, row] as const)

  it.each(recorded)('%s is told as in its recording', (id, row) => {
    const { file = '', id: caseId, pointer = '' } = row.recording ?? {}
    const text = readFileSync(`${recordings}/${file}`, 'utf8')
    const recording = JSON.parse(text.replaceAll(/\bactivity_arn\b/g, activityArn)) as JsonObject
    expect(recording.id).toBe(caseId)
    const failed = at(recording, pointer)
    const { args = {}, parameters } = ABOUT[id] ?? {}
    const target = faultTargets(recording.definition ?? null, 'STANDARD').find((one) => row.appliesTo(one))
    if (!target) throw new Error(`${id} applies to no state of its recording`)
    const scheduled = scheduledIn(recording)
    const resource = parseResource(scheduled.arn ?? target.resource?.arn ?? '')
    const rendered = renderFault(row, {
      target,
      args,
      function: { runtime: 'python3.13' },
      call: {
        ...callOf(resource.arn),
        resource,
        executionArn: 'arn:aws:states:us-east-1:111111111111:execution:Machine:run',
        parameters: parameters ?? scheduled.parameters,
      },
    })
    if (rendered.kind === 'hang') {
      expect(errorNameOf(row, resource, 'node')).toBe(failed.error)
      return
    }
    const told = rendered.kind === 'failure' ? rendered.failure : {}
    expect(told.error).toBe(failed.error)
    const cause = withoutPlace(failed.cause ?? null)
    expect(isObject(cause) ? JSON.parse(told.cause ?? '') : told.cause).toSatisfy((ours: Json) => agrees(cause, ours))
    for (const text of textsOf(recording)) expect(withoutStack(told.cause ?? '')).toMatch(patternOf(withoutStack(text)))
  })

  /** Names in angle brackets stand for what differs from run to run; of a stack only its form is compared. */
  function agrees(theirs: Json, ours: Json): boolean {
    if (typeof theirs === 'string') return typeof ours === 'string' && patternOf(theirs).test(ours)
    if (isArray(theirs)) {
      return isArray(ours) && theirs.length === ours.length && theirs.every((one, i) => agrees(one, ours[i] ?? null))
    }
    if (!isObject(theirs) || !isObject(ours)) return theirs === ours
    const keys = Object.keys(theirs).sort()
    if (keys.join() !== Object.keys(ours).sort().join()) return false
    return keys.every((key) => key === 'stackTrace' || agrees(theirs[key] ?? null, ours[key] ?? null))
  }

  function patternOf(text: string): RegExp {
    const parts = text.split(/<[a-z_:0-9-]+>/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${parts.join('.+')}$`, 's')
  }

  /** The engine says where its own errors arose. */
  function withoutPlace(cause: Json): Json {
    return typeof cause === 'string'
      ? cause.replace(/^An error occurred while executing the state .* #\d+\)\. /, '')
      : cause
  }

  function withoutStack(cause: string): string {
    return cause.replace(/("stackTrace": ?)\[.*\]/s, '$1[]')
  }

  /** The causes that a catcher handed on, byte for byte. */
  function textsOf(value: Json): readonly string[] {
    if (isArray(value)) return value.flatMap(textsOf)
    if (!isObject(value)) return []
    const cause = member(value, 'Cause')
    const own = typeof cause === 'string' && typeof member(value, 'Error') === 'string' ? [cause] : []
    return [...own, ...Object.values(value).flatMap(textsOf)]
  }

  function scheduledIn(recording: JsonObject): { readonly arn?: string; readonly parameters: Json } {
    const events = at(recording, '/expect').events
    for (const event of isArray(events ?? null) ? (events as readonly Json[]) : []) {
      if (!isObject(event)) continue
      const task = member(event, 'taskScheduledEventDetails')
      if (isObject(task ?? null)) return { parameters: (task as JsonObject).parameters ?? {} }
      const called = member(event, 'lambdaFunctionScheduledEventDetails')
      const arn = called !== undefined && isObject(called) ? member(called, 'resource') : undefined
      if (typeof arn === 'string') return { arn, parameters: {} }
    }
    return { parameters: {} }
  }
})

function at(value: Json, pointer: string): JsonObject {
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<Json>((inner, key) => (inner as Record<string, Json>)[key] ?? null, value)
  if (!isObject(found)) throw new Error(`nothing stands at ${pointer}`)
  return found
}

const corpus = `${shared}/faults/faults.json`
const absent = !existsSync(corpus)

describe.skipIf(absent)(`the fault corpus${absent ? ' (the corpus is absent)' : ''}`, () => {
  it('is in the catalogue, every row under its id', () => {
    const ids = (JSON.parse(readFileSync(corpus, 'utf8')) as readonly { readonly id: string }[]).map(({ id }) => id)
    const known = new Set(catalogue.map(({ id }) => id))
    expect(ids.filter((id) => !known.has(id))).toEqual([])
  })
})
