import { describe, expect, it } from 'vitest'
import { explore, machine, returns } from 'aslx'
import { branchSet } from '../../../../src/explore/inference/branch-set.js'

/** Pays, and goes by what the payment answers. */
const payment = machine({
  StartAt: 'Pay',
  States: {
    Pay: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay', Next: 'Paid?' },
    'Paid?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.paid', BooleanEquals: true, Next: 'Ship' }],
      Default: 'Refused',
    },
    Ship: { Type: 'Succeed' },
    Refused: { Type: 'Fail', Error: 'Refused' },
  },
})

const refuses = returns({ paid: false })

describe('what is known of a normal day comes before what is inferred', () => {
  it.each([
    ['of a state', payment, { tasks: { Pay: refuses } }],
    ['of a resource', payment, { resources: { pay: refuses } }],
    ["of the machine's own defaults", payment.withDefaults({ tasks: { Pay: refuses } }), {}],
    ['of a resource among them', payment.withDefaults({ resources: { pay: refuses } }), {}],
  ])('%s', async (_, known, scenario) => {
    const { reach } = await explore(known, { scenario })
    expect(reach.list.filter(({ reachedBy }) => !reachedBy).map(({ state }) => state)).toEqual(['Ship'])
  })

  it('of a machine that a Task starts, which really runs', () => {
    const parent = machine({
      StartAt: 'Start',
      States: {
        Start: {
          Type: 'Task',
          Resource: 'arn:aws:states:::states:startExecution.sync:2',
          Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:payment', Input: {} },
          End: true,
        },
      },
    })
    const child = machine({ StartAt: 'Done', States: { Done: { Type: 'Pass', Result: 'paid', End: true } } })
    const { runs } = branchSet(parent, { scenario: { machines: { payment: child } } })
    expect(runs.map(({ status, answers }) => [status, [...answers.keys()]])).toEqual([['SUCCEEDED', []]])
  })

  it('and a mistake in it is told', async () => {
    await expect(explore(payment, { scenario: { tasks: { Pya: refuses } } })).rejects.toThrow('has no state "Pya"')
  })
})
