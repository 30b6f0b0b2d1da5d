import { describe, expect, it } from 'vitest'
import { edgesOf } from '../../../src/asl/edges.js'

describe('edgesOf', () => {
  it('lists every place an execution can pass', () => {
    const edges = edgesOf({
      StartAt: 'Pick',
      States: {
        Pick: {
          Type: 'Choice',
          Choices: [
            { Variable: '$.a', IsPresent: true, Next: 'Call' },
            { Variable: '$.b', IsPresent: true, Next: 'Done' },
          ],
          Default: 'Done',
        },
        Call: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Retry: [{ ErrorEquals: ['X'] }, { ErrorEquals: ['States.ALL'] }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
          Next: 'Many',
        },
        Many: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } },
          End: true,
        },
        Done: { Type: 'Succeed' },
      },
    })
    expect(edges.map(({ edge, kind, state, target }) => [edge, kind, state, target ?? '-'].join(' '))).toEqual([
      '/States/Pick entered Pick -',
      '/States/Pick/Choices/0 rule Pick Call',
      '/States/Pick/Choices/1 rule Pick Done',
      '/States/Pick/Default default Pick Done',
      '/States/Call entered Call -',
      '/States/Call/Next next Call Many',
      '/States/Call/Retry/0 retry Call Call',
      '/States/Call/Retry/1 retry Call Call',
      '/States/Call/Catch/0 catch Call Done',
      '/States/Many entered Many -',
      '/States/Many/End end Many -',
      '/States/Many/ItemProcessor/States/One entered One -',
      '/States/Many/ItemProcessor/States/One/End end One -',
      '/States/Done entered Done -',
    ])
  })

  it('skips what is malformed', () => {
    const state = { Type: 'Task', Next: 1, End: false, Choices: ['x', {}], Retry: {}, Catch: [null, { Next: 2 }] }
    expect(edgesOf({ States: { A: state } }).map(({ edge }) => edge)).toEqual([
      '/States/A',
      '/States/A/Choices/1',
      '/States/A/Catch/1',
    ])
    expect(edgesOf(null)).toEqual([])
  })
})
