import { isObject, member, pointer } from '../json.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { given } from './subject.js'
import type { StateSubject } from './subject.js'

/** `Credentials` of a Task says which role to take (recorded). */
export function credentials({ type, state, pointer: at, language }: StateSubject, report: Report): void {
  const value = type === 'Task' ? member(state, 'Credentials') : undefined
  const fields = language === 'JSONPath' ? ['RoleArn', 'RoleArn.$'] : ['RoleArn']
  if (!isObject(value) || given(value, fields).length > 0) return
  report(schemaError("The field 'RoleArn' is required but was missing", pointer(at, 'Credentials')))
}
