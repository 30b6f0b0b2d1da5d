import { describe, expect, it } from 'vitest'
import { awsLocation, schemaError } from '../../../src/asl/problem.js'

describe('awsLocation', () => {
  it.each([
    ['', '/'],
    ['/States/A', '/States/A'],
    ['/States/Pick/Choices/0/Next', '/States/Pick/Choices[0]/Next'],
    ['/States/Pick/Choices/0/And/1', '/States/Pick/Choices[0]/And[1]'],
    ['/States/P/Branches/1/States/0', '/States/P/Branches[1]/States/0'],
    ['/States/Catch/0', '/States/Catch/0'],
    ['/States/a~1b', '/States/a/b'],
  ])('prints %j as %j', (pointer, location) => {
    expect(awsLocation(pointer)).toBe(location)
  })
})

it('leaves out details that are not there', () => {
  expect(schemaError('no', '/a', { hint: undefined })).toEqual({
    code: 'SCHEMA_VALIDATION_FAILED',
    severity: 'error',
    message: 'no',
    pointer: '/a',
  })
})
