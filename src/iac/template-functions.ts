import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type JsonObjectBuilder,
  member,
  pointer,
  setMember,
} from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { include } from './include.js'
import { attribute, reference } from './references.js'
import { aside, asText, stackPlace, positionOf, type Resolution, spend, standIn, standInWithin } from './resolution.js'
import { substituteInText } from './sub.js'
import { conditionHolds } from './template-conditions.js'
import { section } from './template.js'

/** The value of a function for its argument, which stands at a pointer of the template. Undefined for AWS::NoValue. */
type TemplateFunction = (argument: Json, at: string, resolution: Resolution) => Json | undefined

/**
 * Resolves the functions within a value of a template. Values only known at deployment become stand-ins;
 * undefined is `AWS::NoValue`: the member or element that has it is left out.
 */
export function resolve(value: Json, at: string, resolution: Resolution): Json | undefined {
  if (isArray(value)) return resolveList(value, at, resolution)
  if (!isObject(value)) return value
  const call = functionCall(value)
  if (call) {
    const made = call.apply(call.argument, pointer(at, call.name), resolution)
    if (typeof made === 'string') spend(resolution, made.length)
    return made
  }
  const result: JsonObjectBuilder = {}
  for (const [key, item] of Object.entries(value)) {
    if (key === 'Fn::Transform') {
      addIncluded(item, pointer(at, key), resolution, result)
      continue
    }
    if (/^Fn::[A-Z]/.test(key)) throw misplaced(key, value, at, resolution)
    const resolved = resolve(item, pointer(at, key), resolution)
    if (resolved !== undefined) setMember(result, key, resolved)
  }
  return result
}

function resolveList(list: readonly Json[], at: string, resolution: Resolution): readonly Json[] {
  return list.flatMap((item, index) => {
    const resolved = resolve(item, pointer(at, index), resolution)
    return resolved === undefined ? [] : [resolved]
  })
}

/** The function that an object calls: one with a single member that bears the name of a function. */
export function functionCall(value: Json): { name: string; argument: Json; apply: TemplateFunction } | undefined {
  if (!isObject(value)) return undefined
  const [name, second] = Object.keys(value)
  if (name === undefined || second !== undefined || !Object.hasOwn(FUNCTIONS, name)) return undefined
  const apply = FUNCTIONS[name]
  return apply && { name, argument: member(value, name) ?? null, apply }
}

/** A function that nobody here knows, or one that does not stand alone in its object, which CloudFormation refuses. */
function misplaced(name: string, value: JsonObject, at: string, resolution: Resolution): UserError {
  const where = positionOf(resolution, pointer(at, name))
  const others = Object.keys(value).filter((key) => key !== name)
  if (others.length > 0 && Object.hasOwn(FUNCTIONS, name)) {
    const what = `${valueName(at)} is ${name} and ${others.join(', ')} at once`
    const hint = 'an object that calls a function has no other member: CloudFormation refuses it'
    return new UserError('definition', what, { at: where, hint })
  }
  const what = `${name}, which ${valueName(at)} is made by, is not supported within a state machine`
  return new UserError('unsupported', what, { at: where, hint: 'write the value in place' })
}

/** The member that a value is, by the last step that leads to it which is no function. */
function valueName(at: string): string {
  const steps = at.split('/').filter((step) => step !== '' && !step.startsWith('Fn::') && !/^\d+$/.test(step))
  const last = steps.at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~')
  return last === undefined ? 'the value' : `the value of "${last}"`
}

/** A transform beside other members: those of what it makes come in its place. */
function addIncluded(argument: Json, at: string, resolution: Resolution, into: JsonObjectBuilder): void {
  const made = include(argument, at, resolution, resolve)
  if (isObject(made)) for (const [key, item] of Object.entries(made)) setMember(into, key, item)
}

/** An argument that is a list, or becomes one; each element resolved. */
function listArgument(argument: Json, at: string, resolution: Resolution): readonly Json[] {
  const list = resolve(argument, at, resolution)
  return isArray(list) ? list : list === undefined ? [] : [list]
}

function join(argument: Json, at: string, resolution: Resolution): string {
  const [separator, list] = isArray(argument) ? argument : []
  const texts = listArgument(list ?? [], pointer(at, 1), resolution).map(asText)
  // Counted before they are joined: together they may be longer than a string can be.
  for (const text of texts) spend(resolution, text.length)
  return texts.join(asText(separator))
}

function select(argument: Json, at: string, resolution: Resolution): Json | undefined {
  const list = aside(resolution)
  const [index, items] = isArray(argument) ? argument : []
  const wanted = asText(resolve(index ?? null, pointer(at, 0), list))
  const values = listArgument(items ?? [], pointer(at, 1), list)
  const value = /^\d+$/.test(wanted) ? values[Number(wanted)] : undefined
  if (value === undefined) return standIn(resolution, `Select:${wanted}:${asText(values)}`, `Select-${wanted}`)
  const within = typeof value === 'string' ? standInWithin(list, value) : undefined
  if (within === undefined || typeof value !== 'string') return value
  return standIn(resolution, within.value === value ? within.token : `Select:${wanted}:${within.token}`, value)
}

function split(argument: Json, at: string, resolution: Resolution): Json {
  const [separator, text] = isArray(argument) ? argument : []
  return asText(resolve(text ?? null, pointer(at, 1), resolution)).split(asText(separator))
}

function findInMap(argument: Json, at: string, resolution: Resolution): Json | undefined {
  const keys = (isArray(argument) ? argument.slice(0, 3) : []).map((key, index) =>
    asText(resolve(key, pointer(at, index), aside(resolution))),
  )
  const [map = '', first = '', second = ''] = keys
  const value = member(section(section(section(resolution.document.root, 'Mappings'), map), first), second)
  if (value !== undefined) return value
  const options = isArray(argument) ? argument[3] : undefined
  const byDefault = isObject(options) ? member(options, 'DefaultValue') : undefined
  if (byDefault !== undefined) return resolve(byDefault, pointer(at, 3, 'DefaultValue'), resolution)
  return standIn(resolution, `FindInMap:${keys.join('.')}`, keys.join('.'))
}

function choose(argument: Json, at: string, resolution: Resolution): Json | undefined {
  const [condition, ifTrue, ifFalse] = isArray(argument) ? argument : []
  const index = conditionHolds(asText(condition), resolution, resolve) ? 1 : 2
  return resolve((index === 1 ? ifTrue : ifFalse) ?? null, pointer(at, index), resolution)
}

function getAttribute(argument: Json, at: string, resolution: Resolution): string {
  const [name = '', ...rest] = isArray(argument)
    ? argument.map((part, index) => asText(resolve(part, pointer(at, index), resolution)))
    : asText(argument).split('.')
  return attribute(name, rest.join('.'), resolution)
}

function importValue(argument: Json, at: string, resolution: Resolution): string {
  const name = asText(resolve(argument, at, aside(resolution)))
  return standIn(resolution, `Import:${name}`, name)
}

function availabilityZones(argument: Json, at: string, resolution: Resolution): Json {
  const region = asText(resolve(argument, at, resolution)) || stackPlace(resolution).region
  return ['a', 'b', 'c'].map((zone) => region + zone)
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  Ref: (argument, _at, resolution) => reference(asText(argument), resolution),
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': (argument, at, resolution) => substituteInText(argument, at, resolution, resolve).text,
  'Fn::Join': join,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::FindInMap': findInMap,
  'Fn::If': choose,
  'Fn::ImportValue': importValue,
  'Fn::GetAZs': availabilityZones,
  'Fn::Base64': (argument, at, resolution) => Buffer.from(asText(resolve(argument, at, resolution))).toString('base64'),
  'Fn::ToJsonString': (argument, at, resolution) => JSON.stringify(resolve(argument, at, resolution) ?? null),
  'Fn::Transform': (argument, at, resolution) => include(argument, at, resolution, resolve),
  'Fn::Length': (argument, at, resolution) => listArgument(argument, at, resolution).length,
  'Fn::Cidr': (argument, _at, resolution) => [standIn(resolution, `Cidr:${asText(argument)}`, '10.0.0.0/24')],
}
