import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../../../src/asl/user-error.js'
import type { Json } from '../../../../../src/asl/json.js'
import { handler, type HandlerOptions } from '../../../../../src/harness/answering/handlers/handler.js'
import { loadMachine } from '../../../../../src/harness/machines/load-machine.js'
import { machine } from '../../../../../src/harness/machines/typed-machine.js'
import { replay } from '../../../../../src/harness/scenarios/scenario.js'
import type { TaskFunction } from '../../../../../src/tasks/script.js'
import { call, orders } from '../../fixtures.js'

const FOLDER = new URL('functions/', import.meta.url)

/** A function of the folder beside this test. */
function fn(name: string, options: HandlerOptions = {}): TaskFunction {
  return handler(new URL(name, FOLDER), options)
}

const resize = machine({ StartAt: 'Resize', States: { Resize: call('resize') } }, { name: 'Images' })
const retried = machine({
  StartAt: 'Resize',
  States: {
    Resize: call('resize', {
      Retry: [{ ErrorEquals: ['Runtime.ExitError', 'Sandbox.Timedout'], IntervalSeconds: 1, MaxAttempts: 1 }],
    }),
  },
})

const IN_PROCESS_AND_IN_A_WORKER = [['in process', {}] as const, ['in a worker', { worker: true }] as const]

describe.each(IN_PROCESS_AND_IN_A_WORKER)('a real handler %s', (_, options) => {
  it('answers the Task', async () => {
    const run = await resize.run({ input: { width: 8 }, tasks: { Resize: fn('resize.mjs#handler', options) } })
    expect(run.output).toEqual({ width: 4 })
  })

  it('may be CommonJS, and its name is handler by default', async () => {
    const run = await resize.run({ input: { width: 8 }, tasks: { Resize: fn('resize.cjs', options) } })
    expect(run.output).toEqual({ width: 2 })
  })

  it('may be TypeScript', async () => {
    const run = await resize.run({ input: { width: 8 }, tasks: { Resize: fn('typed.ts', options) } })
    expect(run.output).toEqual({ width: 1 })
  })

  it('may answer by its callback, and null if it answers nothing', async () => {
    const answer = async (name: string) =>
      (await resize.run({ input: { width: 8 }, tasks: { Resize: fn(name, options) } })).output
    expect(await answer('resize.mjs#byCallback')).toEqual({ got: 8 })
    expect(await answer('resize.mjs#nothing')).toBeNull()
  })

  it('is told who it is', async () => {
    const run = await resize.run({ tasks: { Resize: fn('resize.mjs#whoami', { ...options, memoryMb: 256 }) } })
    expect(run.output).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'resize',
      memory: '256',
      hasTime: true,
    })
  })

  it('that throws fails the Task as Lambda tells it, without a path of this machine', async () => {
    const run = await resize.run({ input: { width: 9 }, tasks: { Resize: fn('resize.mjs#throwing', options) } })
    expect(run.error).toBe('TooLarge')
    const payload = JSON.parse(run.cause ?? '') as { readonly trace: readonly string[] }
    expect(Object.keys(payload)).toEqual(['errorType', 'errorMessage', 'trace'])
    expect(payload).toMatchObject({ errorType: 'TooLarge', errorMessage: 'width 9 is too large' })
    expect(payload.trace[0]).toContain('width 9 is too large')
    expect(payload.trace.slice(1).every((line) => line.includes('/var/task/resize.mjs:'))).toBe(true)
    expect(payload.trace.length).toBeGreaterThan(1)
  })

  it('that rejects with what is no error says its type', async () => {
    const run = await resize.run({ tasks: { Resize: fn('resize.mjs#rejecting', options) } })
    expect(run.error).toBe('string')
    expect(run.cause).toBe('{"errorType":"string","errorMessage":"no error at all","trace":[]}')
  })

  it('that never answers times out after its own timeout, virtually and really', async () => {
    const run = await resize.run({ tasks: { Resize: fn('resize.mjs#silent', { ...options, timeoutSeconds: 0.1 }) } })
    expect(run.error).toBe('Sandbox.Timedout')
    expect(run.cause).toMatch(
      /^\{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: [0-9a-f-]{36} Error: Task timed out after 0.10 seconds"\}$/,
    )
    expect(run.tookMs).toBe(100)
  })

  it('whose module throws as it starts fails the Task', async () => {
    const run = await resize.run({ tasks: { Resize: fn('broken-start.mjs', options) } })
    expect(run.error).toBe('RangeError')
  })

  it.each([
    ['bad-import.mjs', /bad-import\.mjs: it cannot be loaded: .*a-package-that-is-not-there/],
    ['resize.mjs#resise', /the module exports no function "resise"/],
  ])('of a mistake in %s the test hears, not the machine', async (name, message) => {
    const failed = resize.run({ tasks: { Resize: fn(name, options) } })
    await expect(failed).rejects.toThrow(UserError)
    await expect(failed).rejects.toThrow(message)
  })

  it('can be replayed: its answers are part of the base scenario', async () => {
    const scenario = { input: { width: 8 }, tasks: { Resize: fn('resize.mjs', options) } }
    const first = await resize.run(scenario)
    const again = await resize.run({ ...scenario, ...replay(first.scenario) })
    expect(again.history).toEqual(first.history)
  })
})

describe('a real handler in a worker', () => {
  it('that fills its memory is Runtime.ExitError, which the machine retries', async () => {
    const run = await retried.run({
      tasks: { Resize: fn('resize.mjs#greedy', { worker: true, memoryMb: 32, timeoutSeconds: 20 }) },
    })
    expect(run.error).toBe('Runtime.ExitError')
    expect(run.cause).toMatch(
      /^\{"errorType":"Runtime.ExitError","errorMessage":"RequestId: [0-9a-f-]{36} Error: Runtime exited with error: signal: killed"\}$/,
    )
    expect(run.calls.map(({ attempt }) => attempt)).toEqual([1, 2])
  })

  it('that fills it with one large array leaves the test process alone', async () => {
    const options = { worker: true, memoryMb: 128, timeoutSeconds: 20 }
    const run = await resize.run({ tasks: { Resize: fn('resize.mjs#greedyList', options) } })
    expect(run.error).toBe('Runtime.ExitError')
  })

  it('that loops for ever is stopped', async () => {
    const run = await retried.run({
      tasks: { Resize: fn('resize.mjs#endless', { worker: true, timeoutSeconds: 0.1 }) },
    })
    expect(run.error).toBe('Sandbox.Timedout')
    expect(run.calls).toHaveLength(2)
    expect(run.tookMs).toBe(1200)
  })

  it('that ends its process is told by its status', async () => {
    const cause = async (width: number) =>
      (await resize.run({ input: { width }, tasks: { Resize: fn('resize.mjs#quitting', { worker: true }) } })).cause
    expect(await cause(3)).toContain('Error: Runtime exited with error: exit status 3')
    expect(await cause(0)).toContain('Error: Runtime exited without providing a reason')
  })

  it('that leaves a rejected promise alone fails of that', async () => {
    const run = await resize.run({ tasks: { Resize: fn('resize.mjs#forgetful', { worker: true }) } })
    expect(run.error).toBe('Runtime.UnhandledPromiseRejection')
    expect(JSON.parse(run.cause ?? '')).toMatchObject({ errorMessage: 'TypeError: nobody waits for me' })
  })
})

describe('the time a real handler takes', () => {
  it('is no virtual time by default, and is on request', async () => {
    const took = async (mapTime: 'none' | 'real') =>
      (await resize.run({ tasks: { Resize: fn('resize.mjs#slow', { mapTime }) } })).tookMs
    expect(await took('none')).toBe(0)
    expect(await took('real')).toBeGreaterThanOrEqual(50)
  })
})

describe('the limits of a real handler', () => {
  it('are those of the template by default', async () => {
    const template = {
      Resources: {
        Resizer: { Type: 'AWS::Lambda::Function', Properties: { MemorySize: 512, Timeout: 20, Runtime: 'nodejs22.x' } },
        Images: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            Definition: {
              StartAt: 'Resize',
              States: { Resize: { Type: 'Task', Resource: { 'Fn::GetAtt': ['Resizer', 'Arn'] }, End: true } },
            },
          },
        },
      },
    }
    const file = join(mkdtempSync(join(tmpdir(), 'aslx-handler-')), 'template.json')
    writeFileSync(file, JSON.stringify(template))
    const images = await loadMachine(file)
    const run = await images.run({ tasks: { Resize: fn('resize.mjs#whoami') } })
    expect(run.output).toMatchObject({ memory: '512' })
  })
})

describe('a handler that cannot be', () => {
  it.each<[string, HandlerOptions, string]>([
    ['no.mjs#handler', {}, 'there is no file'],
    ['resize.mjs#', {}, 'name what it exports after #'],
    ['resize.mjs', { memoryMb: 0 }, 'memoryMb must be a whole number from 1'],
    ['resize.mjs', { timeoutSeconds: -1 }, 'timeoutSeconds must be a number above 0'],
    ['resize.mjs', { mapTime: 'fast' as 'real' }, 'mapTime must be none or real'],
  ])('is refused at once: %s %j', (name, options, message) => {
    expect(() => fn(name, options)).toThrow(message)
  })
})

it('stands in scripts, and is typed as any other mock', async () => {
  const tasks: Readonly<Record<string, TaskFunction | readonly TaskFunction[]>> = {
    Charge: fn('resize.mjs#handler'),
    Ship: [fn('resize.mjs#throwing'), fn('resize.mjs#nothing')],
    Refund: () => ({}),
  }
  const run = await orders.run({ input: { width: 4 } satisfies Json, tasks })
  expect(run.path).toEqual(['Charge', 'Ship', 'Refund', 'Done'])
})
