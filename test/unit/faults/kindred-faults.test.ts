import { describe, expect, it } from 'vitest'
import { fault } from '../../../src/faults/fault.js'
import { faultTargets } from '../../../src/faults/fault-target.js'
import { kindredFaults } from '../../../src/faults/kindred-faults.js'
import { lambdaInvoke } from './fixtures.js'

const calls = (resources: Readonly<Record<string, string>>) => {
  const States = Object.fromEntries(
    Object.entries(resources).map(([name, Resource]) => [name, { Type: 'Task', Resource, End: true }]),
  )
  return faultTargets({ StartAt: 'A', States }, 'STANDARD')
}
const kindred = (name: string, resources: Readonly<Record<string, string>>) =>
  kindredFaults(fault(name).definition, calls(resources))

const PUT = 'arn:aws:states:::dynamodb:putItem'
const SEND = 'arn:aws:states:::sqs:sendMessage'

describe('what a fault is called at services that it cannot strike', () => {
  it('is the row of its kind, one for each service and with a state that calls it', () => {
    expect(kindred('throttle', { Put: PUT, 'Put again': PUT, Send: SEND })).toEqual([
      'ddb-provisioned-throughput@Put',
      'sqs-throttled@Send',
    ])
    expect(kindred('ddb-throttle', { Resize: lambdaInvoke })).toEqual(['lambda-throttled-account@Resize'])
    expect(kindred('throttle', { A: 'arn:aws:states:::aws-sdk:kms:encrypt' })).toEqual(['kms-throttled@A'])
  })

  it('is the fault itself inside a function that is named', () => {
    expect(kindred('s3-slowdown', { Resize: lambdaInvoke })).toEqual(['s3-slowdown@Resize'])
  })

  it("is the service's own exception where the catalogue has no row for it", () => {
    const [name] = kindred('lambda-service-exception', { Start: 'arn:aws:states:::glue:startJobRun' })
    expect(name).toBe('error(Glue.InternalServiceException)@Start')
  })

  it('has a state whose name needs quotes in them', () => {
    expect(kindred('throttle', { 'Put #1': PUT })).toEqual([String(fault('ddb-provisioned-throughput').at('Put #1'))])
  })

  it.each([
    ['oom', { Put: PUT }],
    ['replaced-result', { Put: PUT }],
    ['ddb-table-not-found', { Send: SEND }],
    ['throttle', {}],
  ])('is nothing for %s at %j', (name, resources) => {
    expect(kindred(name, resources)).toEqual([])
  })
})
