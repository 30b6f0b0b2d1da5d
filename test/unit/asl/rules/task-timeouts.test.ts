import { expect, it } from 'vitest'
import { checked, taskOf } from '../checked.js'

const message = "The field 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds' at /States/A/HeartbeatSeconds"

it('a heartbeat is shorter than the timeout', () => {
  expect(checked(taskOf({ TimeoutSeconds: 10, HeartbeatSeconds: 9 }))).toEqual([])
  expect(checked(taskOf({ HeartbeatSeconds: 90 }))).toEqual([])
  expect(checked(taskOf({ TimeoutSeconds: 10, HeartbeatSeconds: 11 }))).toEqual([
    `SCHEMA_VALIDATION_FAILED: ${message}`,
  ])
})

it('a heartbeat as long as the timeout is only a warning: such machines are in use', () => {
  const definition = taskOf({ TimeoutSeconds: 10, HeartbeatSeconds: 10 })
  expect(checked(definition)).toEqual([])
  expect(checked(definition, 'warning')).toEqual([`ASLX_HEARTBEAT_EQUALS_TIMEOUT: ${message}`])
})
