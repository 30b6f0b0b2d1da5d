import { fails, fault, loadMachine, returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const pipeline = (await loadMachine('machines/01-pdf-pipeline/template.mended.yaml')).withDefaults({
  input: { batch: 'b-1', pdfs: ['report.pdf'] },
  tasks: {
    SplitPdf: returns({ pages: [1, 2] }),
    AnalysePage: returns({ words: 412 }, { delay: '2s' }),
    WriteResult: returns({}),
    SummarisePdf: returns({ summary: 'Two pages.' }),
    Notify: returns({ MessageId: 'm-1' }),
  },
})

it('tries a page again when the function runs out of memory', async () => {
  const run = await pipeline.run({ faults: [fault('oom').at('AnalysePage').attempts(1)] })
  expect(run).toRetry('AnalysePage', { times: 1, delays: ['1s'], on: 'Runtime.ExitError' })
  expect(run).toSucceed()
  expect(run).toTake('3s')
})

it('records a page as failed when its analysis refuses it', async () => {
  const run = await pipeline.run({ tasks: { AnalysePage: [fails('Page.Unreadable'), returns({ words: 7 })] } })
  expect(run).toCatch('AnalysePage', 'Page.Unreadable', { next: 'PageFailed' })
  expect(run).toVisit('Notify', { times: 1 })
})
