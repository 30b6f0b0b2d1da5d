import { handler, machine } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const quote = machine({
  StartAt: 'Quote',
  States: {
    Quote: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:quote',
      Catch: [{ ErrorEquals: ['TooHeavy'], Next: 'ByFreight' }],
      End: true,
    },
    ByFreight: { Type: 'Pass', Result: { cents: 9900 }, End: true },
  },
}).withDefaults({ tasks: { Quote: handler(new URL('../orders/quote.mjs', import.meta.url)) } })

it('answers with the code of the function', async () => {
  expect(await quote.run({ input: { grams: 1500 } })).toSucceed({ cents: 730 })
})

it('catches the error by the name that the code gives it', async () => {
  const run = await quote.run({ input: { grams: 30_000 } })
  expect(run).toCatch('Quote', 'TooHeavy', { next: 'ByFreight' })
  expect(run).toSucceed({ cents: 9900 })
})
