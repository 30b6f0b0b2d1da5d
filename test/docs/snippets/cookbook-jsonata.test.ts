import { fails, machine, returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const invoice = machine({
  QueryLanguage: 'JSONata',
  StartAt: 'Lines',
  States: {
    Lines: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'lines', Payload: '{% $states.input %}' },
      Assign: { total: '{% $sum($states.result.Payload.lines.(price * quantity)) %}' },
      Catch: [
        { ErrorEquals: ['States.QueryEvaluationError'], Next: 'Unreadable' },
        {
          ErrorEquals: ['States.ALL'],
          Assign: { total: 0 },
          Output: "{% { 'why': $states.errorOutput.Error } %}",
          Next: 'Total',
        },
      ],
      Next: 'Total',
    },
    Total: {
      Type: 'Pass',
      Output: '{% $merge([{ "total": $total }, $states.input.why ? $states.input]) %}',
      End: true,
    },
    Unreadable: { Type: 'Fail', Error: 'Invoice.Unreadable' },
  },
})

it('adds up what the function answers', async () => {
  const lines = [
    { price: 5, quantity: 2 },
    { price: 7, quantity: 1 },
  ]
  const run = await invoice.run({ tasks: { Lines: returns({ lines }) } })
  expect(run).toSucceed({ total: 17 })
})

it('assigns in a catcher what the state did not come to assign', async () => {
  const run = await invoice.run({ tasks: { Lines: fails('Invoice.Empty') } })
  expect(run).toSucceed({ total: 0, why: 'Invoice.Empty' })
})

it('catches an expression that fails on an unexpected answer', async () => {
  const run = await invoice.run({ tasks: { Lines: returns({ lines: [{ price: 'five', quantity: 2 }] }) } })
  expect(run).toCatch('Lines', 'States.QueryEvaluationError', { next: 'Unreadable' })
})
