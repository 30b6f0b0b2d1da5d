import { expect, it } from 'vitest'
import { TaskError } from '../../../src/tasks/task-error.js'

it('a task error is an Error with the name and cause that the machine gets', () => {
  const error = new TaskError('Carrier.Down', 'no answer')
  expect(error).toBeInstanceOf(Error)
  expect(error).toMatchObject({ name: 'TaskError', error: 'Carrier.Down', cause: 'no answer' })
  expect(String(error)).toBe('TaskError: Carrier.Down: no answer')
  expect(new TaskError('Carrier.Down').cause).toBeUndefined()
})
