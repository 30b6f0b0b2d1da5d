// Written by npm run docs:examples from the doc comments of what the package exports.
import {
  DEFAULT_START_MS,
  DefinitionError,
  advance,
  compile,
  historyOf,
  pending,
  redrive,
  redriveStatusOf,
  resume,
  resumeAll,
  signal,
  start,
  toLogEvents,
  toRedriveMembers,
  toSyncExecution,
  traceOf,
} from 'aslx/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'

const started = process.cwd()
beforeAll(() => process.chdir('test/docs/first'))
afterAll(() => process.chdir(started))

it('DefinitionError', async () => {
  let mistake: unknown
  try {
    compile({ StartAt: 'A', States: {} })
  } catch (error) {
    mistake = error
  }
  expect(mistake instanceof DefinitionError).toEqual(true)
})

it('historyOf', async () => {
  const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
  expect(historyOf(advance(start(program, {}))).at(-1)?.type).toEqual('ExecutionSucceeded')
})

it('traceOf', async () => {
  const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
  expect(traceOf(advance(start(program, {}))).map(({ edge }) => edge)).toEqual(['/States/A', '/States/A/End'])
})

it('advance', async () => {
  const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
  expect(advance(start(program, {})).status).toEqual('SUCCEEDED')
})

it('start', async () => {
  const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
  expect(start(program, {}).status).toEqual('RUNNING')
})

it('pending', async () => {
  const A = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', End: true }
  const program = compile({ StartAt: 'A', States: { A } })
  expect(pending(advance(start(program, {}))).map(({ state }) => state)).toEqual(['A'])
})

it('resume', async () => {
  const A = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', End: true }
  const program = compile({ StartAt: 'A', States: { A } })
  const asked = advance(start(program, {}))
  const [call] = pending(asked)
  expect(call && advance(resume(asked, call.callId, { outcome: { output: 7 } })).output).toEqual(7)
})

it('resumeAll', async () => {
  const A = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', End: true }
  const program = compile({ StartAt: 'A', States: { A } })
  const asked = advance(start(program, {}))
  const answers = pending(asked).map(({ callId }) => [callId, { outcome: { output: 7 } }] as const)
  expect(advance(resumeAll(asked, answers)).output).toEqual(7)
})

it('signal', async () => {
  const A = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', End: true }
  const program = compile({ StartAt: 'A', States: { A } })
  expect(signal(advance(start(program, {})), 'stop').status).toEqual('ABORTED')
})

it('redrive', async () => {
  const A = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', End: true }
  const program = compile({ StartAt: 'A', States: { A } })
  const asked = advance(start(program, {}))
  const [call] = pending(asked)
  if (!call) throw new Error('A was not called')
  const failed = advance(resume(asked, call.callId, { outcome: { failure: { error: 'Busy' } } }))
  expect(pending(advance(redrive(failed))).map(({ state }) => state)).toEqual(['A'])
})

it('redriveStatusOf', async () => {
  const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
  expect(redriveStatusOf(advance(start(program, {}))).status).toEqual('NOT_REDRIVABLE')
})

it('DEFAULT_START_MS', async () => {
  expect(new Date(DEFAULT_START_MS).toISOString()).toEqual('2030-01-01T00:00:00.000Z')
})

it('toLogEvents', async () => {
  const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
  const log = toLogEvents(advance(start(program, {})), { level: 'ALL', includeExecutionData: false })
  expect(log.map(({ type }) => type).at(-1)).toEqual('ExecutionSucceeded')
})

it('toRedriveMembers', async () => {
  const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
  expect(toRedriveMembers(advance(start(program, {}))).redriveStatus).toEqual('NOT_REDRIVABLE')
})

it('toSyncExecution', async () => {
  const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
  const answer = toSyncExecution(advance(start(program, {}, { type: 'EXPRESS' })))
  expect(answer.billingDetails.billedDurationInMilliseconds).toEqual(100)
})

it('compile', async () => {
  const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
  expect(advance(start(program, {})).output).toEqual(7)
})
