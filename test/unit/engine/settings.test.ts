import { describe, expect, it } from 'vitest'
import { DEFAULT_START_MS } from '../../../src/engine.js'
import { detailsOf, drive, machineOf } from './drive.js'

const machine = machineOf({ A: { Type: 'Pass', End: true } })

describe('the settings of an execution', () => {
  it('have defaults that depend on nothing', () => {
    const { settings } = drive(machine)
    expect(settings).toMatchObject({
      type: 'STANDARD',
      machineName: 'StateMachine',
      machineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:StateMachine',
      roleArn: 'arn:aws:iam::123456789012:role/StateMachineRole',
      startAtMs: DEFAULT_START_MS,
      seed: 0,
      profile: 'recorded',
      limits: {
        historyEvents: 25_000,
        payloadBytes: 262_144,
        inlineMapConcurrency: 40,
        executionSeconds: 31_536_000,
      },
    })
    expect(settings.name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(settings.executionArn).toBe(`arn:aws:states:us-east-1:123456789012:execution:StateMachine:${settings.name}`)
    expect(new Date(DEFAULT_START_MS).toISOString()).toBe('2030-01-01T00:00:00.000Z')
  })

  it('take the name from the seed', () => {
    expect(drive(machine, { seed: 1 }).settings.name).toBe(drive(machine, { seed: 1 }).settings.name)
    expect(drive(machine, { seed: 1 }).settings.name).not.toBe(drive(machine, { seed: 2 }).settings.name)
  })

  it('name an express execution as AWS does', () => {
    const { settings } = drive(machine, { type: 'EXPRESS', name: 'n', machineName: 'M' })
    expect(settings.executionArn).toMatch(/^arn:aws:states:us-east-1:123456789012:express:M:n:[0-9a-f-]{36}$/)
    expect(settings.limits.executionSeconds).toBe(300)
  })

  it('show in ExecutionStarted', () => {
    const run = drive(machine, { input: { a: 1 }, roleArn: 'arn:aws:iam::1:role/R' })
    expect(detailsOf(run, 'ExecutionStarted')).toEqual([{ input: { a: 1 }, roleArn: 'arn:aws:iam::1:role/R' }])
  })

  it('let the virtual time begin anywhere', () => {
    const run = drive(machine, { startAtMs: 0 })
    expect(run.nowMs).toBe(0)
  })
})
