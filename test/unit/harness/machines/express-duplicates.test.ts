import { describe, expect, it } from 'vitest'
import { isObject, type Json } from '../../../../src/asl/json.js'
import { UserError } from '../../../../src/asl/user-error.js'
import { runDuplicated } from '../../../../src/harness/machines/express-duplicates.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { fails, returns } from '../../../../src/tasks/script.js'

function putting(token: Json, type: 'STANDARD' | 'EXPRESS' = 'EXPRESS') {
  const resource = 'arn:aws:states:::aws-sdk:ecs:runTask'
  const parameters = { TaskDefinition: 'job', 'At.$': '$.at', ...(isObject(token) ? token : {}) }
  const put = { Type: 'Task', Resource: resource, Parameters: parameters, End: true }
  return machine({ StartAt: 'Put', States: { Put: put } }, { type })
}

describe('an asynchronous Express execution that is run twice', () => {
  it('has the same name and input each time, and does everything again', async () => {
    const { runs, effects } = await runDuplicated(putting({ 'Name.$': '$$.Execution.Name' }), {
      input: { at: 1 },
      tasks: { Put: returns({}) },
    })
    expect(runs.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED'])
    expect(effects).toHaveLength(2)
    expect(effects[1]?.parameters).toEqual(effects[0]?.parameters)
  })

  it('doubles what has no idempotency token, or one that is drawn anew', async () => {
    const scenario = { input: { at: 1 }, tasks: { Put: returns({}) } }
    const bare = await runDuplicated(putting({}), scenario)
    const drawn = await runDuplicated(putting({ 'ClientToken.$': 'States.UUID()' }), scenario)
    const named = await runDuplicated(putting({ 'ClientToken.$': '$$.Execution.Name' }), scenario)
    expect([bare, drawn, named].map(({ doubled }) => doubled.length)).toEqual([1, 1, 0])
  })

  it('meets a mock that remembers', async () => {
    const seen = new Set<Json>()
    const put = (input: Json): Json => {
      const repeated = seen.size > 0
      seen.add(input)
      return { repeated }
    }
    const { runs } = await runDuplicated(putting({}), { input: { at: 1 }, tasks: { Put: put } })
    expect(runs.map(({ output }) => output)).toEqual([{ repeated: false }, { repeated: true }])
  })

  it('gives the same bytes each time, and may fail', async () => {
    const scenario = { input: { at: 1 }, tasks: { Put: fails('A') } }
    const once = JSON.stringify(await runDuplicated(putting({}), scenario, { times: 3 }))
    expect(JSON.stringify(await runDuplicated(putting({}), scenario, { times: 3 }))).toBe(once)
    expect(JSON.parse(once)).toMatchObject({ runs: [{ status: 'FAILED' }, { status: 'FAILED' }, { error: 'A' }] })
  })

  it('is refused for a Standard machine, and for less than two times', async () => {
    await expect(runDuplicated(putting({}, 'STANDARD'))).rejects.toThrow(UserError)
    await expect(runDuplicated(putting({}), {}, { times: 1 })).rejects.toThrow('from 2 to 10')
  })
})
