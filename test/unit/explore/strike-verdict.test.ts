import { describe, expect, it } from 'vitest'
import { strikeClass, strikeVerdict } from '../../../src/explore/strike-verdict.js'
import { Sweeper, type SweepStrike } from '../../../src/explore/sweep.js'
import { parseFault } from '../../../src/faults/fault.js'
import { untypedMachine } from '../../../src/harness/machines/machine.js'

const RETRY = [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }]
const invoke = (FunctionName: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName, Payload: { order: 7 } },
  ...more,
})

async function struck(states: object, StartAt: string, fault: string, state: string): Promise<SweepStrike> {
  const sweeper = await Sweeper.over(untypedMachine({ StartAt, States: states }), { onUnmockedTask: 'infer' })
  return await sweeper.strikeAt({ fault: parseFault(fault), state, times: 'once' })
}

describe('a strike that is dealt with', () => {
  it('is a finding where the work is done twice', async () => {
    const strike = await struck(
      { Charge: invoke('charge', { Retry: RETRY, End: true }) },
      'Charge',
      'dup-execute-then-error',
      'Charge',
    )
    expect([strike.fate?.outcome, strikeVerdict(strike), strikeClass(strike)]).toEqual([
      'recovered',
      'twice',
      'duplicate-effect',
    ])
    expect(strike.changes.twice).toEqual([{ state: 'Charge', severity: 'warning' }])
  })

  it.each([
    ['the service delivers twice anyhow', 'arn:aws:states:::sqs:sendMessage', { QueueUrl: 'q', MessageBody: 'm' }],
    ['the second one leaves the same', 'arn:aws:states:::dynamodb:putItem', { TableName: 't', Item: {} }],
    [
      'a token tells the two apart',
      'arn:aws:states:::aws-sdk:ec2:runInstances',
      { ImageId: 'i', MinCount: 1, MaxCount: 1, ClientToken: 't' },
    ],
  ])('is none where %s', async (_, Resource, Parameters) => {
    const Do = { Type: 'Task', Resource, Parameters, TimeoutSeconds: 10, Retry: RETRY, End: true }
    const strike = await struck({ Do }, 'Do', 'late-success', 'Do')
    expect([strike.fate?.outcome, strikeClass(strike)]).toEqual(['recovered', undefined])
  })

  it('is none where the fault comes before the work', async () => {
    const strike = await struck(
      { Charge: invoke('charge', { Retry: RETRY, End: true }) },
      'Charge',
      'throttle',
      'Charge',
    )
    expect([strikeVerdict(strike), strike.changes.twice]).toEqual(['recovered', []])
  })

  it('is a finding where a part of a batch is dropped', async () => {
    const Tell = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:eventbridge:putEvents',
      Parameters: { Entries: [{ Detail: '{}', DetailType: 'order', Source: 'shop' }] },
      End: true,
    }
    const strike = await struck({ Tell }, 'Tell', 'put-events-partial', 'Tell')
    expect([strikeVerdict(strike), strikeClass(strike)]).toEqual(['lost', 'lost-data'])
  })

  it('is a finding where what was done is not undone', async () => {
    const states = {
      ReserveSeat: invoke('reserve', { Next: 'Pay' }),
      Pay: invoke('pay', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }], Next: 'ReleaseSeat' }),
      ReleaseSeat: invoke('release', { End: true }),
      Sorry: { Type: 'Fail' },
    }
    const strike = await struck(states, 'ReserveSeat', 'throttle', 'Pay')
    expect([strike.fate?.outcome, strikeVerdict(strike), strike.changes.left]).toEqual([
      'caught',
      'left',
      ['ReserveSeat'],
    ])
    expect(strikeClass(strike)).toBe('uncompensated')
  })
})
