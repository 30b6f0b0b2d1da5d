import { describe, expect, it } from 'vitest'
import { checked, machineOf, taskOf } from '../checked.js'

const express = { type: 'EXPRESS' } as const

describe('an Express machine', () => {
  it.each([
    ['arn:aws:states:::sqs:sendMessage.waitForTaskToken', "'.waitForTaskToken' service integration "],
    ['arn:aws:states:::states:startExecution.sync', "'.sync' service integration"],
    ['arn:aws:states:::states:startExecution.sync:2', "'.sync' service integration"],
    ['arn:aws:states:us-east-1:111111111111:activity:work', 'Activity ARN'],
  ])('does not wait for %s', (Resource, what) => {
    expect(checked(taskOf({ Resource }), 'error', express)).toEqual([
      `SCHEMA_VALIDATION_FAILED: Express state machine does not support ${what} at /States/A/Resource`,
    ])
    expect(checked(taskOf({ Resource }))).toEqual([])
  })

  it('calls services and functions', () => {
    expect(checked(taskOf({ Resource: 'arn:aws:states:::aws-sdk:s3:getObject' }), 'error', express)).toEqual([])
    expect(checked(taskOf({ Resource: 'arn:aws:lambda:us-east-1:1:function:f' }), 'error', express)).toEqual([])
  })

  it('has no distributed Map', () => {
    const inside = machineOf({ I: { Type: 'Pass', End: true } }, { ProcessorConfig: { Mode: 'DISTRIBUTED' } })
    expect(checked(machineOf({ A: { Type: 'Map', ItemProcessor: inside, End: true } }), 'error', express)).toHaveLength(
      1,
    )
  })
})
