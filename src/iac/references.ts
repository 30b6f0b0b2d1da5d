import { isArray, isObject, type Json, type JsonObject, member } from '../asl/json.js'
import { asText, stackPlace, pseudoParameter, type Resolution, resourceOf, standIn, typeOf } from './resolution.js'
import { attributeStandIn, functionArn, refStandIn } from './stand-ins.js'
import { section } from './template.js'

/**
 * The value of `Ref`: a parameter, a pseudo parameter or a resource. Undefined for `AWS::NoValue`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html
 */
export function reference(name: string, resolution: Resolution): Json | undefined {
  if (name === 'AWS::NoValue') return undefined
  if (name === 'AWS::NotificationARNs') return []
  const pseudo = pseudoParameter(resolution, name)
  if (pseudo !== undefined) return pseudo
  const parameter = member(section(resolution.document.root, 'Parameters'), name)
  if (isObject(parameter)) return parameterValue(name, parameter, resolution)
  return standIn(resolution, `Ref:${name}`, resourceRef(name, resolution))
}

function parameterValue(name: string, parameter: JsonObject, resolution: Resolution): Json {
  const type = asText(member(parameter, 'Type'))
  const given = Object.hasOwn(resolution.parameters, name) ? resolution.parameters[name] : undefined
  const byDefault = type.startsWith('AWS::SSM::Parameter::Value<') ? undefined : member(parameter, 'Default')
  if (given === undefined && byDefault === undefined) {
    return standIn(resolution, `Param:${name}`, parameterStandIn(name, type, parameter))
  }
  const text = given ?? asText(byDefault)
  return /^CommaDelimitedList$|^List</.test(type) ? text.split(',').map((item) => item.trim()) : text
}

/** A value the parameter allows, if it says which; else its name. */
function parameterStandIn(name: string, type: string, parameter: JsonObject): string {
  const allowed = member(parameter, 'AllowedValues')
  if (isArray(allowed) && allowed.length > 0) return asText(allowed[0])
  if (type === 'Number') return asText(member(parameter, 'MinValue') ?? 1)
  return name
}

function resourceRef(name: string, resolution: Resolution): string {
  const place = stackPlace(resolution)
  if (name === 'AWS::StackId') {
    const id = '00000000-0000-4000-8000-000000000000'
    return `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${asText(pseudoParameter(resolution, 'AWS::StackName'))}/${id}`
  }
  const resource = resourceOf(resolution, name)
  const type = typeOf(resource)
  if (type === 'AWS::Lambda::Version' || type === 'AWS::Lambda::Alias') return qualifiedFunction(name, resolution)
  const [owner = name, part] = name.split('.')
  if (part === 'Alias' || part === 'Version') return samQualifiedFunction(owner, part, resolution)
  return refStandIn(name, type, place)
}

/** The logical id of the function that a version or alias belongs to. */
export function functionOfVersion(resource: JsonObject | undefined): string | undefined {
  const name = member(section(resource, 'Properties'), 'FunctionName')
  if (typeof name === 'string') return name
  if (!isObject(name)) return undefined
  const attribute = member(name, 'Fn::GetAtt')
  const id = member(name, 'Ref') ?? (isArray(attribute) ? attribute[0] : asText(attribute).split('.')[0])
  return typeof id === 'string' ? id : undefined
}

/** The ARN of a published version (made up as version 1) or of an alias. */
function qualifiedFunction(name: string, resolution: Resolution): string {
  const resource = resourceOf(resolution, name)
  const alias = member(section(resource, 'Properties'), 'Name')
  const qualifier = typeOf(resource) === 'AWS::Lambda::Version' ? '1' : typeof alias === 'string' ? alias : name
  return `${functionArn(functionOfVersion(resource) ?? name, stackPlace(resolution))}:${qualifier}`
}

/** SAM: `!Ref MyFunction.Alias` and `!Ref MyFunction.Version` of a function with AutoPublishAlias. */
function samQualifiedFunction(owner: string, part: string, resolution: Resolution): string {
  const own = member(section(resourceOf(resolution, owner), 'Properties'), 'AutoPublishAlias')
  const globals = section(section(resolution.document.root, 'Globals'), 'Function')
  const alias = own ?? member(globals, 'AutoPublishAlias')
  const qualifier = part === 'Version' ? '1' : typeof alias === 'string' ? alias : 'live'
  return `${functionArn(owner, stackPlace(resolution))}:${qualifier}`
}

/**
 * The value of `Fn::GetAtt`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html
 */
export function attribute(name: string, attributeName: string, resolution: Resolution): string {
  const type = typeOf(resourceOf(resolution, name))
  const value = attributeStandIn(name, attributeName, type, stackPlace(resolution))
  return standIn(resolution, `GetAtt:${name}.${attributeName}`, value)
}
