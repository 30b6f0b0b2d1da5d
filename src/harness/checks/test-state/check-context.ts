import { type Json, type JsonObject, isObject } from '../../../asl/json.js'
import { validationException } from '../../../wire/service-exception.js'

/** What a member of the context object has to be; an object with the members it may have. */
type ContextShape = 'string' | 'number' | 'any' | { readonly [name: string]: ContextShape }

/** The context object that a request may give. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
const COMMON: Readonly<Record<string, ContextShape>> = {
  Execution: {
    Id: 'string',
    Input: 'any',
    Name: 'string',
    RedriveCount: 'number',
    RoleArn: 'string',
    StartTime: 'string',
  },
  State: { EnteredTime: 'string', Name: 'string', RetryCount: 'number' },
  StateMachine: { Id: 'string', Name: 'string' },
}
const TASK: ContextShape = { Token: 'string' }
const MAP: ContextShape = { Item: { Index: 'number', Key: 'string', Source: 'string', Value: 'any' } }

/** What the state under test has a place for. */
export interface ContextPlace {
  /** A task token. */
  readonly hasToken: boolean
  /** An item of a Map around it. */
  readonly isInMap: boolean
}

/**
 * Throws ValidationException for a context object with members that there are not, or of another type: `Task` is for states
 * with a token, `Map` for states within one. The wording for a member at the top is recorded, the others are assumptions.
 */
export function checkContext(context: JsonObject, { hasToken, isInMap }: ContextPlace): void {
  checkMembers(context, { ...COMMON, ...(hasToken && { Task: TASK }), ...(isInMap && { Map: MAP }) }, '')
}

function checkMembers(value: JsonObject, shapes: Readonly<Record<string, ContextShape>>, at: string): void {
  for (const [name, member] of Object.entries(value)) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (shape === undefined) {
      throw validationException(`'${at}${name}' field is not supported when mocking a Context object`)
    }
    checkValue(member, shape, `${at}${name}`)
  }
}

function checkValue(value: Json, shape: ContextShape, at: string): void {
  if (shape === 'any') return
  const wanted = typeof shape === 'string' ? shape : 'object'
  const isGood = wanted === 'object' ? isObject(value) : typeof value === wanted
  if (!isGood) {
    const article = wanted === 'object' ? 'an' : 'a'
    throw validationException(`'${at}' field must be ${article} ${wanted} when mocking a Context object`)
  }
  if (typeof shape !== 'string' && isObject(value)) checkMembers(value, shape, `${at}.`)
}
