import { describe, expect, it } from 'vitest'
import { branchSet } from '../../../../src/explore/inference/branch-set.js'
import { untypedMachine } from '../../../../src/harness/machines/machine.js'
import { unreachedIn } from './machines-for-inference.js'

const RESOURCE = 'arn:aws:states:::lambda:invoke'

function sending(payload: unknown, language: 'JSONPath' | 'JSONata') {
  const request = { FunctionName: 'f', Payload: payload }
  const field = language === 'JSONata' ? { Arguments: request } : { Parameters: request }
  const Send = { Type: 'Task', Resource: RESOURCE, ...field, End: true }
  return untypedMachine({ QueryLanguage: language, StartAt: 'Send', States: { Send } })
}

describe('a text of which parts are read', () => {
  it.each([
    ['one', "States.ArrayGetItem(States.StringSplit($.kind, '::'), 1)"],
    [
      'one, and a later one',
      "States.Format('{} {}', States.ArrayGetItem(States.StringSplit($.kind, ':'), 1), States.ArrayGetItem(States.StringSplit($.kind, ':'), 2))",
    ],
    ['the twelfth', "States.ArrayGetItem(States.StringSplit($.kind, '/'), 11)"],
  ])('has them: %s, by intrinsic functions', (_, text) => {
    const { runs, broken } = branchSet(sending({ 'part.$': text }, 'JSONPath'))
    expect([broken, runs.length]).toEqual([undefined, 1])
  })

  it.each([
    ['one', "$split($states.input.kind, '::')[1]"],
    ['one, and a later one', "$split($states.input.kind, '/')[1] & $split($states.input.kind, '/')[2]"],
    ['the last but two', "$split($states.input.kind, '/')[-3]"],
    ['of what comes by ~>', "($states.input.kind ~> $split('-'))[2]"],
  ])('has them: %s, in JSONata', (_, text) => {
    const { runs, broken } = branchSet(sending({ part: `{% ${text} %}` }, 'JSONata'))
    expect([broken, runs.length]).toEqual([undefined, 1])
  })

  it('may be compared with a part that a Choice asks for', () => {
    const machine = untypedMachine({
      QueryLanguage: 'JSONata',
      StartAt: 'Which',
      States: {
        Which: {
          Type: 'Choice',
          Choices: [{ Condition: "{% $split($states.input.key, '/')[1] = 'invoices' %}", Next: 'Invoice' }],
          Default: 'Other',
        },
        Invoice: { Type: 'Task', Resource: RESOURCE, Arguments: { FunctionName: 'f' }, End: true },
        Other: { Type: 'Succeed' },
      },
    })
    expect(unreachedIn(branchSet(machine))).toEqual([])
  })
})
