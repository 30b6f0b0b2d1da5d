import { known, type OpenValue } from './open-value.js'
import type { ValueScope } from './value-scope.js'
import { TIME_EXAMPLE } from './wanted-value.js'

/** The context object, as far as it is known before an execution. */
export function walkContext(input: OpenValue): OpenValue {
  const execution = known({
    Id: 'arn:aws:states:us-east-1:123456789012:execution:StateMachine:execution',
    Name: 'execution',
    RoleArn: 'arn:aws:iam::123456789012:role/role',
    StartTime: TIME_EXAMPLE,
    RedriveCount: 0,
  })
  const members = new Map<string, OpenValue>([
    ['Execution', { kind: 'object', members: new Map([['Input', input]]), below: execution }],
    [
      'StateMachine',
      known({ Id: 'arn:aws:states:us-east-1:123456789012:stateMachine:StateMachine', Name: 'StateMachine' }),
    ],
  ])
  return { kind: 'object', members, below: undefined }
}

/** With the token of a Task that waits for it. */
export function withToken(scope: ValueScope): ValueScope {
  const members = new Map<string, OpenValue>([['Task', known({ Token: 'token' })]])
  return { ...scope, context: { kind: 'object', members, below: scope.context } }
}

/** With the item of a Map. */
export function withMapItem(context: OpenValue, item: OpenValue, index: number): OpenValue {
  const inner: OpenValue = { kind: 'object', members: new Map([['Value', item]]), below: known({ Index: index }) }
  const map: OpenValue = { kind: 'object', members: new Map([['Item', inner]]), below: undefined }
  return { kind: 'object', members: new Map([['Map', map]]), below: context }
}
