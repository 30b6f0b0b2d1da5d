import { describe, expect, it } from 'vitest'
import { checked, machineOf, taskOf } from '../checked.js'

const catching = (name: string, fields: Record<string, unknown> = {}): string[] =>
  checked(taskOf({ Catch: [{ ErrorEquals: [name], Next: 'Handler' }], ...fields }), 'warning')

const at = 'at /States/A/Catch[0]/ErrorEquals[0]'

describe('an error name', () => {
  it.each(['States.Timeout', 'States.Http.StatusCode.404', 'Carrier.Down', 'CustomError', '${ErrorName}', 'Statesman'])(
    '%s may occur',
    (name) => {
      expect(catching(name)).toEqual([])
    },
  )

  it.each([
    ['States.TaskFailedId', "did you mean 'States.TaskFailed'?"],
    ['State.ALL', "did you mean 'States.ALL'?"],
    ['States.All', "did you mean 'States.ALL'?"],
  ])('%s does not exist', (name, hint) => {
    expect(catching(name)).toEqual([
      `ASLX_UNKNOWN_ERROR_NAME: Step Functions has no error named '${name}' ${at} (${hint})`,
    ])
  })

  it('under the reserved prefix may be one that a Fail state raises', () => {
    const branch = machineOf({ F: { Type: 'Fail', Error: 'States.QuorumMet' } })
    const parallel = {
      Type: 'Parallel',
      Branches: [branch],
      Catch: [{ ErrorEquals: ['States.QuorumMet'], Next: 'B' }],
      End: true,
    }
    expect(checked(machineOf({ A: parallel, B: { Type: 'Succeed' } }), 'warning')).toEqual([])
  })

  it('of a runtime error is never matched', () => {
    expect(catching('States.Runtime')).toEqual([
      `ASLX_UNCATCHABLE_ERROR_NAME: 'States.Runtime' never matches: runtime errors fail the execution at once ${at}`,
    ])
  })

  it('of a missed heartbeat needs a heartbeat', () => {
    expect(catching('States.HeartbeatTimeout', { HeartbeatSeconds: 5 })).toEqual([])
    expect(catching('States.HeartbeatTimeout')).toEqual([
      `ASLX_HEARTBEAT_WITHOUT_LIMIT: 'States.HeartbeatTimeout' never matches: this Task has no HeartbeatSeconds ${at} (give the Task HeartbeatSeconds)`,
    ])
  })
})
