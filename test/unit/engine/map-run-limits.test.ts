import { describe, expect, it } from 'vitest'
import { machine } from '../../../src/harness/machines/typed-machine.js'
import { fails, returns } from '../../../src/tasks/script.js'

const work = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Work', End: true }
const each = (inner: object, extra: object = {}): ReturnType<typeof machine> =>
  machine({
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Work',
          States: { Work: inner },
        },
        End: true,
        ...extra,
      },
    },
  })

describe('the limits of a distributed Map', () => {
  it('hold for its children, too', async () => {
    const forever = {
      ...work,
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1000, IntervalSeconds: 1, BackoffRate: 1 }],
    }
    const run = await each(forever).run({ input: [1], tasks: { Work: fails('Down') }, limits: { historyEvents: 50 } })
    expect(run.status).toBe('FAILED')
    expect(run.mapRuns?.[0]?.children[0]?.history).toHaveLength(50)
  })

  it('fail a Map whose child would get too much input', async () => {
    const larger = each(work, { ItemSelector: { 'a.$': '$', 'b.$': '$' } })
    const run = await larger.run({
      input: ['x'.repeat(60)],
      tasks: { Work: returns(1) },
      limits: { payloadBytes: 120 },
    })
    expect(run.error).toBe('States.DataLimitExceeded')
  })
})
