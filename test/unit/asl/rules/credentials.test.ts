import { expect, it } from 'vitest'
import { checked, taskOf } from '../checked.js'

const missing = "SCHEMA_VALIDATION_FAILED: The field 'RoleArn' is required but was missing at /States/A/Credentials"

it('Credentials of a Task name a role', () => {
  expect(checked(taskOf({ Credentials: { RoleArn: 'arn:aws:iam::1:role/x' } }))).toEqual([])
  expect(checked(taskOf({ Credentials: { 'RoleArn.$': '$.role' } }))).toEqual([])
  expect(checked(taskOf({ Credentials: '{% $role %}' }, { QueryLanguage: 'JSONata' }))).toEqual([])
  expect(checked(taskOf({ Credentials: {} }))).toEqual([missing])
  expect(checked(taskOf({ Credentials: { InvalidField: 'x' } }))).toEqual([missing])
  expect(checked(taskOf({ Credentials: { 'RoleArn.$': '$.role' } }, { QueryLanguage: 'JSONata' }))).toEqual([missing])
})
