import { advance, compile, historyOf, pending, resume, start } from 'aslx/engine'
import { expect, it } from 'vitest'

const program = compile({
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:charge',
      Retry: [{ ErrorEquals: ['Card.Busy'], IntervalSeconds: 30 }],
      End: true,
    },
  },
})

it('goes two ways from one moment', () => {
  const asked = advance(start(program, { orderId: 'o-1' }))
  const [call] = pending(asked)
  if (!call) throw new Error('Charge was not called')

  const paid = advance(resume(asked, call.callId, { outcome: { output: { paid: true } }, afterMs: 250 }))
  const busy = advance(resume(asked, call.callId, { outcome: { failure: { error: 'Card.Busy' } } }))

  expect(paid.status).toBe('SUCCEEDED')
  expect(paid.nowMs - asked.nowMs).toBe(250)
  expect(pending(busy)).toMatchObject([{ state: 'Charge', attempt: 2, atMs: asked.nowMs + 30_000 }])
  expect(historyOf(asked)).toHaveLength(4)
})
