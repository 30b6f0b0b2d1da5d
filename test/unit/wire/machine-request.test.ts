import { describe, expect, it } from 'vitest'
import { accountError, machineRequestError } from '../../../src/wire/machine-request.js'
import type { MachineRequest } from '../../../src/wire/machine-request.js'

const arn = 'arn:aws:states:us-east-1:111111111111:stateMachine:Orders'

describe('machineRequestError', () => {
  it.each<MachineRequest>([
    {},
    { name: 'Orders-2_(new)!' },
    { stateMachineArn: arn },
    { publish: true, versionDescription: 'first' },
    { loggingConfiguration: { level: 'OFF' } },
    { loggingConfiguration: { level: 'ALL', destinations: [{}] } },
  ])('takes %j', (request) => {
    expect(machineRequestError(request)).toBeUndefined()
  })

  it.each(['', 'a b', 'a:b', 'a/b', 'a"b', 'a\u0000b', 'x'.repeat(81)])('refuses the name %j', (name) => {
    expect(machineRequestError({ name })).toEqual({ code: 'InvalidName', message: `Invalid Name: '${name}'` })
  })

  it('does not update a version', () => {
    expect(machineRequestError({ stateMachineArn: `${arn}:2` })).toEqual({
      code: 'StateMachineDoesNotExist',
      message: `State Machine Does Not Exist: '${arn}:2'`,
    })
  })

  it('describes a version only where one is published', () => {
    expect(machineRequestError({ versionDescription: 'first', publish: false })).toEqual({
      code: 'ValidationException',
      message: 'Version description can only be set when publish is true',
    })
  })

  it.each([undefined, [], [{}, {}]])('logs to one place and not to %j', (destinations) => {
    const loggingConfiguration = { level: 'ERROR', ...(destinations && { destinations }) } as const
    expect(machineRequestError({ loggingConfiguration })).toEqual({
      code: 'InvalidLoggingConfiguration',
      message: 'Invalid Logging Configuration: Must specify exactly one Log Destination.',
    })
  })
})

describe('accountError', () => {
  const account = {
    machines: [{ arn, definition: '{"StartAt":"A"}' }],
    logGroups: ['arn:aws:logs:us-east-1:1:log-group:kept:*'],
  }
  const logsTo = (logGroupArn: string): MachineRequest => ({
    loggingConfiguration: { level: 'ALL', destinations: [{ cloudWatchLogsLogGroup: { logGroupArn } }] },
  })

  it('refuses a name that is taken, unless it is the same machine', () => {
    expect(accountError({ name: 'Orders' }, '{"StartAt":"A"}', account)).toBeUndefined()
    expect(accountError({ name: 'Order' }, '{}', account)).toBeUndefined()
    expect(accountError({ name: 'Orders' }, '{}', account)).toEqual({
      code: 'StateMachineAlreadyExists',
      message: `State Machine Already Exists: '${arn}'`,
    })
  })

  it('refuses a log group that is not there', () => {
    expect(accountError(logsTo('arn:aws:logs:us-east-1:1:log-group:kept:*'), '{}', account)).toBeUndefined()
    expect(accountError(logsTo('arn:aws:logs:us-east-1:1:log-group:gone:*'), '{}', account)).toEqual({
      code: 'InvalidLoggingConfiguration',
      message: 'Invalid Logging Configuration: Log Destination not found.',
    })
  })
})
