import { type Json, fault, replay, returns } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { done, mended, naive, notifications, pages, place, written } from './pipelines.js'

const page2 = '2030-01-01-0005/invoice-1041.pdf/page-2.json'

describe('the naive pipeline', () => {
  it('keeps a result of every page and notifies once, while nothing goes wrong', async () => {
    const run = await naive.run()
    expect(run).toSucceed()
    expect(run).toTake('2s')
    expect(written(run).size).toBe(9)
    expect(notifications(run)).toMatchObject([{ subject: 'Batch 2030-01-01-0005 is ready' }])
  })

  it('loses the batch to one page that runs out of memory: all others are analysed in vain', async () => {
    const run = await naive.run({ faults: [fault('oom').at('AnalysePage').item(0, 1)] })
    expect(run).toFail('Runtime.ExitError', { cause: 'signal: killed' })
    expect(done(run, 'AnalysePage')).toBe(8)
    expect(done(run, 'WriteResult')).toBe(0)
    expect(done(run, 'Notify')).toBe(0)
  })

  it('loses the batch to one warm instance with a full /tmp, and works when somebody starts it again', async () => {
    const full = await naive.run({ faults: [fault('tmp-full').at('AnalysePage').item(2, 0).attempts(1)] })
    expect(full).toFail('OSError', { cause: 'No space left on device' })
    expect(full).not.toRetry('AnalysePage')
    expect(done(full, 'Notify')).toBe(0)

    const again = await naive.run()
    expect(again).toSucceed()
    expect(done(full, 'AnalysePage') + done(again, 'AnalysePage')).toBe(17)
  })

  it('gives up at the first throttled call, for the retrier that CDK writes does not list it', async () => {
    const run = await naive.run({ faults: [fault('throttle').at('SummarisePdf').item(1)] })
    expect(run).toFail('Lambda.TooManyRequestsException')
    expect(run).not.toRetry('SummarisePdf')
    expect(done(run, 'WriteResult')).toBe(9)
    expect(done(run, 'SummarisePdf')).toBe(2)
    expect(done(run, 'Notify')).toBe(0)
  })

  it('waits for an answer that never comes until the execution has run for a year', async () => {
    const run = await naive.run({ faults: [fault('timeout').at('AnalysePage').item(0, 0)] })
    expect(run.status).toBe('TIMED_OUT')
    expect(run).toTake('365d')
    expect(done(run, 'Notify')).toBe(0)
  })
})

describe('the mended pipeline, while nothing goes wrong', () => {
  it('does what the naive one does', async () => {
    const [before, after] = await Promise.all([naive.run(), mended.run()])
    const [stepsBefore, stepsAfter] = [before, after].map((run) =>
      run.effects.map((effect) => `${effect.state} ${place(effect)}`),
    )
    expect(after).toSucceed()
    expect(stepsAfter).toEqual(stepsBefore)
    expect([...written(after).keys()]).toEqual([...written(before).keys()])
    const analyses = [...written(after).values()].map((body) => (body as { analysis: Json }).analysis)
    expect(analyses).toEqual([...written(before).values()])
    expect(after).toTake('2s')
  })

  it('says that no page failed', async () => {
    const run = await mended.run()
    expect(pages(run, 'ANALYSED')).toHaveLength(9)
    expect(notifications(run)).toMatchObject([
      { subject: 'Batch 2030-01-01-0005 is ready, failed pages: 0', pdfs: [{ failedPages: [] }, {}, {}] },
    ])
  })
})

describe('the mended pipeline under out of memory', () => {
  it('tries the page again, since a fresh instance has leaked nothing yet', async () => {
    const run = await mended.run({ faults: [fault('oom').at('AnalysePage').item(0, 1).attempts(1)] })
    expect(run).toRetry('AnalysePage', { item: [0, 1], times: 1, delays: ['1s'], on: 'Runtime.ExitError' })
    expect(run).toSucceed()
    expect(pages(run, 'ANALYSED')).toHaveLength(9)
    expect(notifications(run)).toHaveLength(1)
  })

  it('gives the page more memory when three instances died of it', async () => {
    const run = await mended.run({ faults: [fault('oom').at('AnalysePage').item(0, 1).visit(1)] })
    expect(run).toRetry('AnalysePage', { item: [0, 1], times: 2, delays: ['1s', '2s'] })
    expect(run).toCatch('AnalysePage', 'Runtime.ExitError', { item: [0, 1], next: 'MoreRoomLeft' })
    expect(run).toVisit('TakeMoreRoom', { times: 1 })
    expect(run).toSucceed()
    expect(pages(run, 'ANALYSED')).toHaveLength(9)

    const called = run.calls.filter((call) => call.state === 'AnalysePage' && place(call) === '0,1')
    expect(called.map((call) => (call.parameters as { FunctionName: string }).FunctionName.split(':').at(-1))).toEqual([
      'AnalysePageFunction',
      'AnalysePageFunction',
      'AnalysePageFunction',
      'AnalyseLargePageFunction',
    ])
  })

  it('records the page as failed when that is not enough, finishes the others and says which one failed', async () => {
    const run = await mended.run({ faults: [fault('oom').at('AnalysePage').item(0, 1)] })
    expect(run).toCatch('AnalysePage', 'Runtime.ExitError', { item: [0, 1], visit: 2 })
    expect(run).toVisit('PageFailed', 'WriteResult', 'SummarisePdf', 'Notify')
    expect(run).toSucceed()
    expect(pages(run, 'ANALYSED')).toHaveLength(8)
    expect(pages(run, 'FAILED')).toEqual([page2])
    expect(written(run).get(page2)).toMatchObject({ failure: { Error: 'Runtime.ExitError' } })
    expect(notifications(run)).toMatchObject([
      {
        subject: 'Batch 2030-01-01-0005 is ready, failed pages: 1',
        pdfs: [{ pdf: 'invoice-1041.pdf', failedPages: [2] }, { failedPages: [] }, { failedPages: [] }],
      },
    ])
  })
})

describe('the mended pipeline, where the naive one failed', () => {
  it.each([
    fault('oom').at('AnalysePage').item(0, 1),
    fault('tmp-full').at('AnalysePage').item(2, 0),
    fault('throttle').at('SummarisePdf').item(1),
    fault('s3-429').at('WriteResult').item(1, 2),
  ])('goes well when it is struck in the same place: %s', async (strike) => {
    const failed = await naive.run({ faults: [strike] })
    expect(failed).toFail()
    const again = await mended.run(replay(failed.scenario))
    expect(again).toSucceed()
    expect(pages(again, 'ANALYSED')).toHaveLength(9)
    expect(notifications(again)).toHaveLength(1)
  })
})

describe('the mended pipeline under other faults', () => {
  it('tries a page again elsewhere when /tmp is full', async () => {
    const run = await mended.run({ faults: [fault('tmp-full').at('AnalysePage').item(2, 0).attempts(1)] })
    expect(run).toRetry('AnalysePage', { item: [2, 0], times: 1, delays: ['1s'], on: 'OSError' })
    expect(run).toSucceed()
    expect(pages(run, 'ANALYSED')).toHaveLength(9)
  })

  it('backs off from throttling with full jitter, up to a minute at a time', async () => {
    const run = await mended.run({ faults: [fault('throttle').at('AnalysePage').item(0, 1)] })
    expect(run).toRetry('AnalysePage', {
      item: [0, 1],
      on: 'Lambda.TooManyRequestsException',
      delays: ['2s', '4s', '8s', '16s', '32s', '60s'],
    })
    expect(run).toCatch('AnalysePage', 'Lambda.TooManyRequestsException', { next: 'PageFailed' })
    expect(pages(run, 'FAILED')).toEqual([page2])
  })

  it('does not send the throttled pages back all at the same instant', async () => {
    const run = await mended.run({ faults: [fault('throttle').at('AnalysePage').attempts(1)] })
    const secondTries = run.calls.filter((call) => call.state === 'AnalysePage' && call.attempt === 2)
    expect(new Set(secondTries.map((call) => call.atMs)).size).toBe(9)
    expect(run).toTake({ atMost: '4s' })
    expect(pages(run, 'ANALYSED')).toHaveLength(9)
  })

  it('tries an analysis that ran into a timeout once more, whosever timeout it was', async () => {
    const own = await mended.run({ faults: [fault('lambda-timeout').at('AnalysePage').item(0, 1).attempts(1)] })
    expect(own).toRetry('AnalysePage', { item: [0, 1], delays: ['5s'], on: 'Sandbox.Timedout' })
    const task = await mended.run({ faults: [fault('timeout').at('AnalysePage').item(0, 1).attempts(1)] })
    expect(task).toRetry('AnalysePage', { item: [0, 1], delays: ['5s'], on: 'States.Timeout' })
    expect(task).toTake('1m 17s')
  })

  it('does not try again what fails because of the page itself', async () => {
    const run = await mended.run({ faults: [fault('exception').at('AnalysePage').item(0, 1)] })
    expect(run).not.toRetry('AnalysePage')
    expect(pages(run, 'FAILED')).toEqual([page2])
    expect(notifications(run)).toHaveLength(1)
  })

  it('waits for S3 to cool down, and at worst tells which page is not there', async () => {
    const brief = await mended.run({ faults: [fault('s3-429').at('WriteResult').item(0, 1).attempts(1, 2)] })
    expect(brief).toRetry('WriteResult', { item: [0, 1], times: 2, delays: ['1s', '2s'], on: 'S3.S3Exception' })
    expect(written(brief).size).toBe(9)

    const lasting = await mended.run({ faults: [fault('s3-429').at('WriteResult').item(0, 1)] })
    expect(lasting).toRetry('WriteResult', { item: [0, 1], delays: ['1s', '2s', '4s', '5s'] })
    expect(lasting).toCatch('WriteResult', 'S3.S3Exception', { next: 'PageNotWritten' })
    expect(lasting).toSucceed()
    expect(written(lasting).size).toBe(8)
    expect(notifications(lasting)).toMatchObject([{ pdfs: [{ failedPages: [2] }, {}, {}] }])
  })

  it('tells of a PDF that could not be split, and does the others', async () => {
    const run = await mended.run({ faults: [fault('oom').at('SplitPdf').item(1)] })
    expect(run).toCatch('SplitPdf', 'Runtime.ExitError', { next: 'PdfNotSplit' })
    expect(written(run).size).toBe(6)
    expect(notifications(run)).toMatchObject([
      { pdfs: [{ status: 'SUMMARISED' }, { pdf: 'contract-77.pdf', status: 'NOT_SPLIT' }, { status: 'SUMMARISED' }] },
    ])
  })

  it('ends well when nobody can be notified, and says so in its output', async () => {
    const run = await mended.run({ faults: [fault('timeout').at('Notify')] })
    expect(run).toCatch('Notify', 'States.Timeout', { next: 'BatchDone' })
    expect(run).toSucceed(expect.objectContaining({ notificationFailure: { Error: 'States.Timeout', Cause: '' } }))
    expect(written(run).size).toBe(9)
  })
})

describe('either pipeline', () => {
  it.each([naive, mended])(
    'dies of its own history when a batch is too large, and nothing can catch that',
    async (machine) => {
      const run = await machine.run({
        input: { batch: 'large', pdfs: Array.from({ length: 25 }, (_, i) => `${i}.pdf`) },
        tasks: { SplitPdf: returns({ pages: Array.from({ length: 100 }, (_, i) => i + 1) }) },
      })
      expect(run).toFail('States.Runtime', { cause: 'maximum number of history events (25000)' })
      expect(done(run, 'Notify')).toBe(0)
    },
  )
})
