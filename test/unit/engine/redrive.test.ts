import { describe, expect, it } from 'vitest'
import {
  type Answer,
  type Call,
  type Execution,
  advance,
  historyOf,
  pending,
  redrive,
  redriveStatusOf,
  resumeAll,
  signal,
} from '../../../src/engine.js'
import type { Json } from '../../../src/asl/json.js'
import { begin, chainOf, detailsOf, drive, failsWith as fails, finish, gives, machineOf, workState } from './drive.js'

const DAY_MS = 24 * 60 * 60 * 1000

/** The events after a given number of them. */
function events(execution: Execution, after = 0): readonly string[] {
  return chainOf(execution).slice(after)
}

/** Answers the calls that wait, by state name. */
function answered(execution: Execution, answers: Readonly<Record<string, Answer>>): Execution {
  return resumeAll(
    execution,
    pending(execution).map(({ callId, state }) => [callId, answers[state] ?? gives()]),
  )
}

const inTurn = machineOf({ A: workState({ Next: 'B' }), B: workState({ Next: 'C' }), C: workState() })

describe('a redriven execution', () => {
  const failed = drive(inTurn, { answers: { A: gives('a'), B: fails('Down') } })

  it('goes on with the state that was not exited, and with the history it had', () => {
    const done = finish(redrive(failed), { B: gives('b'), C: gives('c') })
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: 'c', error: undefined, drive: { redriveCount: 1 } })
    expect(events(done).slice(0, failed.eventCount)).toEqual(events(failed))
    expect(events(done, failed.eventCount)).toEqual([
      '12<11 ExecutionRedriven',
      '13<12 LambdaFunctionScheduled',
      '14<13 LambdaFunctionStarted',
      '15<14 LambdaFunctionSucceeded',
      '16<15 TaskStateExited',
      '17<16 TaskStateEntered',
      '18<17 LambdaFunctionScheduled',
      '19<18 LambdaFunctionStarted',
      '20<19 LambdaFunctionSucceeded',
      '21<20 TaskStateExited',
      '22<21 ExecutionSucceeded',
    ])
    expect(historyOf(done)[11]?.details).toEqual({ redriveCount: 1 })
  })

  it('gives the state the input it had, and counts the call as a further visit and its first attempt', () => {
    const [call] = pending(advance(redrive(failed)))
    expect(call).toMatchObject({ state: 'B', input: 'a', visit: 2, attempt: 1, ordinal: 2 })
  })

  it('may ask of other states whether they go well', () => {
    const asked = advance(redrive(failed, { probes: new Set(['/States/B']) }))
    expect(pending(asked)).toMatchObject([{ state: 'B', purpose: 'state' }])
    expect(failed.settings.probes.size).toBe(0)
  })

  it('leaves the execution it comes from as it was', () => {
    const before = JSON.stringify([historyOf(failed), failed.status, failed.nowMs])
    finish(redrive(failed), { B: fails('Again') })
    expect(JSON.stringify([historyOf(failed), failed.status, failed.nowMs])).toBe(before)
  })

  it('can fail and be redriven again', () => {
    const again = finish(redrive(failed), { B: fails('Still.Down') })
    const done = finish(redrive(again, { afterMs: 1000 }), { B: gives('b'), C: gives('c') })
    expect(again).toMatchObject({ status: 'FAILED', error: 'Still.Down', drive: { redriveCount: 1 } })
    expect(done).toMatchObject({ status: 'SUCCEEDED', drive: { redriveCount: 2 } })
    expect(done.nowMs - again.nowMs).toBe(1000)
  })

  it('shows the count in the context object', () => {
    const reading = machineOf({ A: workState({ Parameters: { 'count.$': '$$.Execution.RedriveCount' } }) })
    const first = drive(reading, { answers: { A: fails('Down') } })
    expect(pending(advance(redrive(first)))).toMatchObject([{ parameters: { count: 1 } }])
  })

  it('begins its retries and its own timeout anew', () => {
    const Retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 10, MaxAttempts: 2, BackoffRate: 1 }]
    const retrying = machineOf({ A: workState({ Retry }) }, { TimeoutSeconds: 25 })
    const first = drive(retrying, { answers: { A: fails('Busy') } })
    const second = finish(redrive(first), { A: fails('Busy') })
    expect(first).toMatchObject({ status: 'FAILED', error: 'Busy' })
    expect(second).toMatchObject({ status: 'FAILED', error: 'Busy' })
    expect(second.nowMs - first.nowMs).toBe(20_000)
    const slow = finish(redrive(first), { A: gives('late', 26_000) })
    expect(slow).toMatchObject({ status: 'TIMED_OUT', nowMs: first.nowMs + 25_000 })
    expect(finish(redrive(slow), { A: gives('done', 24_000) })).toMatchObject({ status: 'SUCCEEDED', output: 'done' })
  })

  it('fails again in a Fail state, and waits again in a Wait', () => {
    const failing = drive(machineOf({ Stop: { Type: 'Fail', Error: 'No' } }))
    expect(advance(redrive(failing))).toMatchObject({ status: 'FAILED', error: 'No' })
    const waiting = begin(machineOf({ Rest: { Type: 'Wait', Seconds: 60, End: true } }))
    const stopped = signal(advance(waiting, waiting.nowMs + 30_000), 'stop')
    const done = advance(redrive(stopped))
    expect(done).toMatchObject({ status: 'SUCCEEDED', nowMs: stopped.nowMs + 60_000 })
  })

  it('evaluates the input of a state again that failed before it did anything', () => {
    const path = machineOf({ A: workState({ InputPath: '$.missing', Next: 'B' }), B: workState() })
    expect(advance(redrive(drive(path)))).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
  })
})

const branches = machineOf({
  Both: {
    Type: 'Parallel',
    Branches: [machineOf({ L: workState({ Next: 'L2' }), L2: workState() }), machineOf({ R: workState() })],
    End: true,
  },
})

describe('a redriven Parallel', () => {
  it('goes on with the branches that have not ended, and keeps the outputs of the others', () => {
    const failed = drive(branches, { answers: { L: gives('l'), L2: fails('Down', 10), R: gives('r') } })
    const asked = advance(redrive(failed))
    expect(pending(asked)).toMatchObject([{ state: 'L2', input: 'l' }])
    expect(finish(asked, { L2: gives('l2') })).toMatchObject({ status: 'SUCCEEDED', output: ['l2', 'r'] })
    expect(events(asked, failed.eventCount).map((event) => event.split(' ')[1])).toEqual([
      'ExecutionRedriven',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
    ])
  })

  it('runs aborted branches again', () => {
    const failed = drive(branches, { answers: { L: fails('Down', 10), R: gives('r', 20) } })
    expect(pending(advance(redrive(failed))).map((call) => call.state)).toEqual(['L', 'R'])
  })

  it('goes on after a failure that no container sees, after a stop and after a timeout', () => {
    const answers = { L: gives('l', 10), L2: gives('l2', 100), R: gives('r', 20) }
    const asked = begin(branches)
    const half = (untilMs: number): Execution => {
      let current = advance(asked)
      current = advance(answered(current, answers), untilMs)
      return advance(answered(current, answers), untilMs)
    }
    const stopped = signal(half(asked.nowMs + 50), 'stop')
    expect(stopped.status).toBe('ABORTED')
    expect(pending(advance(redrive(stopped))).map((call) => call.state)).toEqual(['L2'])
    expect(finish(redrive(stopped), answers)).toMatchObject({ output: ['l2', 'r'] })
  })

  it('closes again, and runs no branch twice, if it was its own output that failed', () => {
    const closing = machineOf({
      Both: { ...(branches['States'] as { Both: Record<string, Json> }).Both, ResultSelector: { 'x.$': '$.nope' } },
    })
    const failed = drive(closing, { answers: { L: gives(1), L2: gives(2), R: gives(3) } })
    const again = advance(redrive(failed))
    expect(failed.error).toBe('States.Runtime')
    expect(again).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
    expect(events(again, failed.eventCount).map((event) => event.split(' ')[1])).toEqual([
      'ExecutionRedriven',
      'ParallelStateSucceeded',
      'ExecutionFailed',
    ])
  })

  it('begins from its start if a retrier had let go of its branches', () => {
    const Retry = [{ ErrorEquals: ['Down'], IntervalSeconds: 60, MaxAttempts: 1 }]
    const { Both } = branches['States'] as { Both: Record<string, Json> }
    const retrying = begin(machineOf({ Both: { ...Both, Retry } }))
    const answers = { L: fails('Down'), R: gives('r') }
    const resting = advance(answered(advance(retrying), answers), retrying.nowMs + 10)
    const stopped = signal(resting, 'stop')
    const asked = advance(redrive(stopped))
    expect(pending(asked).map((call) => call.state)).toEqual(['L', 'R'])
    const late = drive(machineOf({ Both: { ...Both, Retry } }, { TimeoutSeconds: 30 }), { answers })
    expect(late.status).toBe('TIMED_OUT')
    expect(pending(advance(redrive(late))).map((call) => call.state)).toEqual(['L', 'R'])
  })
})

function mapOf(processor: Json, fields: Record<string, Json> = {}, name = 'Each'): Record<string, Json> {
  return machineOf({ [name]: { Type: 'Map', ItemsPath: '$', ItemProcessor: processor, End: true, ...fields } })
}

describe('a redriven inline Map', () => {
  it('goes on with failed and aborted iterations, starts those that were not, and keeps the others', () => {
    const each = mapOf(machineOf({ Work: workState() }), { MaxConcurrency: 2 })
    const calls: number[] = []
    const failed = drive(each, {
      input: [0, 1, 2, 3],
      answers: (call) => (call.items[0]?.index === 1 ? fails('Down', 20) : gives(`first ${call.items[0]?.index}`, 10)),
    })
    const done = finish(redrive(failed), (call) => {
      calls.push(call.items[0]?.index ?? -1)
      return gives(`second ${call.items[0]?.index}`, 10)
    })
    expect(failed.status).toBe('FAILED')
    expect(done).toMatchObject({ output: ['first 0', 'second 1', 'second 2', 'second 3'] })
    expect(calls).toEqual([1, 2, 3])
  })

  it('does so at any depth', () => {
    const inner = mapOf(machineOf({ Work: workState() }), { MaxConcurrency: 1 })
    const branch = machineOf({ Side: workState() })
    const both = machineOf({ Both: { Type: 'Parallel', Branches: [inner, branch], End: true } })
    const outer = mapOf(both, {}, 'Outer')
    const failing = drive(outer, {
      input: [
        [1, 2],
        [3, 4],
      ],
      answers: (call) => (call.input === 4 && call.state === 'Work' ? fails('Down', 50) : gives(call.input, 5)),
    })
    const seen: string[] = []
    const done = finish(redrive(failing), (call) => {
      seen.push(`${call.state} ${JSON.stringify(call.input)}`)
      return gives(call.input)
    })
    expect(failing.status).toBe('FAILED')
    expect(seen).toEqual(['Work 4'])
    expect(done.output).toEqual([
      [
        [1, 2],
        [1, 2],
      ],
      [
        [3, 4],
        [3, 4],
      ],
    ])
  })

  it('selects the item again that could not be selected', () => {
    const definition = mapOf(machineOf({ Work: workState() }), {
      QueryLanguage: 'JSONata',
      MaxConcurrency: 1,
      Items: '{% $states.input %}',
      ItemSelector:
        '{% $states.context.Map.Item.Value = 2 and $states.context.Execution.RedriveCount = 0 ? $error() : $states.context.Map.Item.Value %}',
    })
    const { ItemsPath: _, ...Each } = (definition['States'] as { Each: Record<string, Json> }).Each
    const failed = drive(machineOf({ Each }), { input: [1, 2, 3], answers: (call) => gives(call.input) })
    const seen: unknown[] = []
    const done = finish(redrive(failed), (call) => {
      seen.push(call.input)
      return gives(call.input)
    })
    expect(failed.error).toBe('States.QueryEvaluationError')
    expect(seen).toEqual([2, 3])
    expect(done.output).toEqual([1, 2, 3])
  })
})

const looping = machineOf({
  A: { Type: 'Pass', Next: 'B' },
  B: { Type: 'Choice', Choices: [{ Variable: '$.over', IsPresent: true, Next: 'C' }], Default: 'A' },
  C: { Type: 'Succeed' },
})

describe('a redrive is refused', () => {
  const failed = drive(machineOf({ A: workState() }), { answers: { A: fails('Down') } })

  it.each([
    [
      'succeeded',
      drive(machineOf({ A: { Type: 'Pass', End: true } })),
      'Execution is SUCCEEDED and cannot be redriven',
    ],
    ['runs', begin(inTurn), 'Execution is RUNNING and cannot be redriven'],
    [
      'is EXPRESS',
      drive(machineOf({ A: { Type: 'Fail' } }), { type: 'EXPRESS' }),
      'Execution is EXPRESS and cannot be redriven',
    ],
    [
      'has a full history',
      drive(looping, { limits: { historyEvents: 20 } }),
      'Execution has 20 history events, of 19, and cannot be redriven',
    ],
  ])('for one that %s', (_what, execution, reason) => {
    expect(() => redrive(execution)).toThrow(reason)
    expect(redriveStatusOf(execution)).toEqual({ status: 'NOT_REDRIVABLE', reason })
  })

  it('more than 14 days after the end', () => {
    expect(redriveStatusOf(failed, 14 * DAY_MS)).toEqual({ status: 'REDRIVABLE' })
    expect(() => redrive(failed, { afterMs: 14 * DAY_MS + 1 })).toThrow(
      'Execution ended more than 14 days ago and cannot be redriven',
    )
  })

  it('after no whole number of milliseconds', () => {
    expect(() => redrive(failed, { afterMs: -1 })).toThrow('afterMs of a redrive must be a whole number from 0')
  })
})

/** A distributed Map over its input; each item is a child that calls `Work`. */
function mapRunOf(fields: Record<string, Json> = {}, ExecutionType = 'STANDARD'): Record<string, Json> {
  const ProcessorConfig = { Mode: 'DISTRIBUTED', ExecutionType }
  return mapOf({ ...machineOf({ Work: workState() }), ProcessorConfig }, fields)
}

function itemOf(call: { readonly items: readonly { readonly index: number }[] }): number {
  return call.items.at(-1)?.index ?? -1
}

describe('a redriven distributed Map', () => {
  const tolerant = { MaxConcurrency: 2, ToleratedFailureCount: 1 }
  const input = [0, 1, 2, 3, 4, 5]
  const failOdd = (call: Call): Answer =>
    itemOf(call) % 2 === 1 ? fails('Odd', 10) : gives(`first ${itemOf(call)}`, itemOf(call) === 2 ? 50 : 20)

  it.each(['STANDARD', 'EXPRESS'])(
    'goes on with its Map Run: children that failed or were aborted, then items that were not started (%s)',
    (type) => {
      const failed = drive(mapRunOf(tolerant, type), { input, answers: failOdd })
      const seen: number[] = []
      let most = 0
      let current = advance(redrive(failed))
      for (let calls = pending(current); calls.length > 0; calls = pending(current)) {
        most = Math.max(most, calls.length)
        seen.push(...calls.map(itemOf))
        const answers = calls.map((call) => [call.callId, gives(`second ${itemOf(call)}`, 10)] as const)
        current = advance(resumeAll(current, answers))
      }
      expect(failed).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' })
      expect(current).toMatchObject({ status: 'SUCCEEDED' })
      expect(seen).toEqual([1, 2, 3, 4, 5])
      expect(most).toBe(2)
      expect(current.output).toEqual(['first 0', 'second 1', 'second 2', 'second 3', 'second 4', 'second 5'])
      expect(events(current, failed.eventCount).map((event) => event.split(' ')[1])).toEqual([
        'ExecutionRedriven',
        'MapRunRedriven',
        'MapRunSucceeded',
        'MapStateSucceeded',
        'MapStateExited',
        'ExecutionSucceeded',
      ])
      expect(detailsOf(current, 'MapRunRedriven')).toEqual([{ mapRunArn: failed.mapRuns?.mapRunArn, redriveCount: 1 }])
      expect(current.mapRuns).toMatchObject({
        status: 'SUCCEEDED',
        counts: { succeeded: 6, failed: 0 },
        before: undefined,
      })
    },
  )

  it('redrives STANDARD children under their own ARN, and starts EXPRESS ones again', () => {
    const arns = (type: string): readonly (readonly [string, number])[] => {
      const seen: [string, number][] = []
      const answering =
        (answer: Answer) =>
        (call: Call): Answer => {
          seen.push([call.executionArn, call.visit])
          return answer
        }
      const failed = drive(mapRunOf({}, type), { input: ['only'], answers: answering(fails('Down')) })
      finish(redrive(failed), answering(gives()))
      return seen
    }
    const [first, second] = arns('STANDARD')
    const [started, again] = arns('EXPRESS')
    expect(second).toEqual([first?.[0], 2])
    expect(again?.[0]).not.toBe(started?.[0])
    expect(again?.[1]).toBe(2)
  })

  it('can fail again, and is redriven again with all that is still not done', () => {
    const failed = drive(mapRunOf({ MaxConcurrency: 1, ToleratedFailureCount: 2 }), {
      input,
      answers: () => fails('Down'),
    })
    const again = finish(redrive(failed), (call) => (itemOf(call) === 0 ? gives('second') : fails('Down')))
    const seen: number[] = []
    const done = finish(redrive(again), (call) => {
      seen.push(itemOf(call))
      return gives('third')
    })
    expect(again).toMatchObject({ status: 'FAILED', mapRuns: { counts: { succeeded: 1, failed: 3 } } })
    expect(seen).toEqual([1, 2, 3, 4, 5])
    expect(done.output).toEqual(['second', 'third', 'third', 'third', 'third', 'third'])
    expect(detailsOf(done, 'MapRunRedriven')).toMatchObject([{ redriveCount: 1 }, { redriveCount: 2 }])
  })

  it('goes on after a stop, with batches, and counts items', () => {
    const batches = mapRunOf({ ItemBatcher: { MaxItemsPerBatch: 2 }, MaxConcurrency: 1 })
    const asked = advance(begin(batches, { input: [1, 2, 3, 4, 5] }))
    const [first] = pending(asked)
    const second = advance(resumeAll(asked, [[first?.callId ?? 0, gives('first', 5)]]))
    const stopped = signal(second, 'stop')
    const seen: unknown[] = []
    const done = finish(redrive(stopped), (call) => {
      seen.push(call.input)
      return gives('again')
    })
    expect(stopped).toMatchObject({ status: 'ABORTED', mapRuns: { status: 'ABORTED' } })
    expect(seen).toEqual([{ Items: [3, 4] }, { Items: [5] }])
    expect(done).toMatchObject({
      output: ['first', 'again', 'again'],
      mapRuns: { counts: { succeeded: 5, failed: 0 } },
    })
  })

  it('keeps the children that are still to be redriven when it is stopped', () => {
    const failed = drive(mapRunOf({ MaxConcurrency: 1, ToleratedFailureCount: 2 }), {
      input,
      answers: () => fails('Down'),
    })
    const stopped = signal(advance(redrive(failed)), 'stop')
    expect(stopped.mapRuns).toMatchObject({ counts: { failed: 2 } })
    expect(finish(redrive(stopped), () => gives('ok')).output).toHaveLength(6)
  })

  it('is a new Map Run if its items were never read', () => {
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'JSON' },
      Parameters: { Bucket: 'b', Key: 'k' },
    }
    const failed = drive(mapRunOf({ ItemReader }), { answers: { Each: fails('S3.NoSuchKey') } })
    const done = finish(redrive(failed), { Each: gives({ Body: '[1]' }), Work: gives('ok') })
    expect(failed.error).toBe('States.ItemReaderFailed')
    expect(done).toMatchObject({ cause: undefined, output: ['ok'] })
    expect(detailsOf(done, 'MapRunRedriven')).toEqual([])
    expect(new Set(detailsOf(done, 'MapRunStarted').map((details) => JSON.stringify(details))).size).toBe(2)
  })
})
