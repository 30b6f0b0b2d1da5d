import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine, sentBy } from '../given-machine.js'
import { workOf } from '../same-work.js'

const naive = await givenMachine('13-permissions/template.yaml')
const mended = await givenMachine('13-permissions/template.mended.yaml')

const permission = 'A permission is missing'
const place = 'Something is not where it is looked for (account, Region, name)'
const pack = 'A package was deployed incomplete'

/** What is set up wrongly, its error, how long the mended machine tries, and what it says of it. */
const mistakes = [
  ['access-denied', 'ReadInvoice', 'Lambda.AWSLambdaException', '0s', permission],
  ['function-not-found', 'ReadInvoice', 'Lambda.ResourceNotFoundException', '0s', place],
  ['import-error', 'ReadInvoice', 'Runtime.ImportModuleError', '0s', pack],
  ['s3-403', 'Archive', 'S3.S3Exception', '9s', permission],
  ['s3-301', 'Archive', 'S3.S3Exception', '9s', place],
  ['ddb-access-denied', 'EnterIntoBooks', 'DynamoDB.AmazonDynamoDBException', '3s', permission],
  ['wrong-region', 'EnterIntoBooks', 'DynamoDB.ResourceNotFoundException', '3s', place],
] as const

describe.each(mistakes)('%s at %s', (kind, state, error, tookMs, diagnosis) => {
  it('keeps the naive archive trying for more than five minutes, and nobody is told', async () => {
    const run = await naive.run({ faults: [`${kind}@${state}`] })
    expect(run).toFail(error)
    expect(run).toRetry(state, { times: 6, delays: ['5s', '10s', '20s', '40s', '80s', '160s'] })
    expect(run).toTake({ atLeast: '5m 15s' })
    expect(run).toHaveEffects({ TellCustomer: 0 })
  })

  it('is told by the mended archive in seconds, with error, cause and what to look at', async () => {
    const run = await mended.run({ faults: [`${kind}@${state}`] })
    expect(run).toCatch(state, error, { next: 'WhoHasToAct' })
    expect(run).toFail(error)
    expect(run).toTake(tookMs)
    expect(run).toHaveEffects({ TellOperators: 1, TellCustomer: 0 })
    const [told] = sentBy(run, 'TellOperators') as readonly { Subject: string; Message: string }[]
    expect(told?.Subject).toBe(`Invoice archive: ${diagnosis}`)
    expect(JSON.parse(told?.Message ?? '')).toMatchObject({ failure: { Error: error } })
  })
})

describe('the mended archive', () => {
  it('does on a normal day what the naive one does', async () => {
    const [before, after] = await Promise.all([naive.run(), mended.run()])
    expect(effectsOf(after)).toEqual(effectsOf(before))
    expect(after.output).toEqual(before.output)
    expect(workOf(mended, naive)).toEqual(workOf(naive))
  })

  it('still waits out what passes by itself', async () => {
    const run = await mended.run({ faults: ['throttle@ReadInvoice.1..3', 's3-slowdown@Archive.1'] })
    expect(run).toRetry('ReadInvoice', { times: 3, on: 'Lambda.TooManyRequestsException' })
    expect(run).toRetry('Archive', { times: 1, on: 'S3.S3Exception' })
    expect(run).toSucceed()
    expect(run).toHaveEffects({ EnterIntoBooks: 1, TellCustomer: 1, TellOperators: 0 })
  })

  it('fails with the first error when the operators cannot be told either', async () => {
    const run = await mended.run({ faults: ['import-error@ReadInvoice', 'timeout@TellOperators'] })
    expect(run).toCatch('TellOperators', 'States.Timeout', { next: 'NotArchived' })
    expect(run).toFail('Runtime.ImportModuleError')
  })
})
