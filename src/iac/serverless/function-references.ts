import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type JsonObjectBuilder,
  member,
  setMember,
} from '../../asl/json.js'
import { section } from '../template.js'
import { functionId, isFunctionId, versionId } from './service-template.js'

/** How a definition may name the functions of its service. */
export interface FunctionNames {
  /** The template with the functions under their logical ids. */
  readonly template: JsonObject
  readonly isKey: (name: string) => boolean
  /** `useExactVersion`: the definition calls the published version. */
  readonly exactVersion: boolean
}

/**
 * Lets `Ref` and `Fn::GetAtt` name a function by its key in the file, as the plugin does: `hello` becomes
 * `HelloLambdaFunction`. https://github.com/serverless-operations/serverless-step-functions
 */
export function translateFunctions(value: Json, names: FunctionNames): Json {
  if (isArray(value)) return value.map((item) => translateFunctions(item, names))
  if (!isObject(value)) return value
  const [name = '', second] = Object.keys(value)
  if (second === undefined && (name === 'Ref' || name === 'Fn::GetAtt')) return translateCall(name, value, names)
  const result: JsonObjectBuilder = {}
  for (const [key, item] of Object.entries(value)) setMember(result, key, translateFunctions(item, names))
  return result
}

function translateCall(name: 'Ref' | 'Fn::GetAtt', call: JsonObject, names: FunctionNames): JsonObject {
  const argument = member(call, name) ?? null
  const [target, ...rest] =
    typeof argument === 'string' ? (name === 'Ref' ? [argument] : argument.split('.')) : list(argument)
  if (typeof target !== 'string') return call
  const id = names.isKey(target) ? functionId(target) : target
  if (names.exactVersion && isFunctionId(names.template, id)) return { Ref: versionId(id) }
  return name === 'Ref' ? { Ref: id } : { 'Fn::GetAtt': [id, ...rest] }
}

function list(value: Json): readonly Json[] {
  return isArray(value) ? value : []
}

/**
 * What a Task calls by `Fn::GetAtt` and the template does not have: functions, which another plugin or the rest of a snippet
 * declares.
 */
export function undeclaredFunctions(definition: Json, template: JsonObject): JsonObject {
  const found: JsonObjectBuilder = {}
  const visit = (value: Json): void => {
    if (isArray(value)) return value.forEach(visit)
    if (!isObject(value)) return
    const called = section(value, 'Resource')
    const [id, attribute] = list(member(called, 'Fn::GetAtt') ?? null)
    if (typeof id === 'string' && attribute === 'Arn' && !Object.hasOwn(section(template, 'Resources'), id)) {
      setMember(found, id, { Type: 'AWS::Lambda::Function' })
    }
    Object.values(value).forEach(visit)
  }
  visit(definition)
  return found
}
