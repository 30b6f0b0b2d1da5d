import { isArray, isObject, type Json, member, pointer } from '../asl/json.js'
import { attribute, reference } from './references.js'
import { asText, type Resolution } from './resolution.js'
import { scalarOrigin } from './scalar-origin.js'
import type { ResolveValue } from './template-conditions.js'
import { TracedText } from './traced-text.js'

/**
 * `Fn::Sub` in both forms: a text, or a text with a map of variables. `${!Name}` gives `${Name}`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function substituteInText(
  argument: Json,
  at: string,
  resolution: Resolution,
  resolve: ResolveValue,
): TracedText {
  const [template, variables, textAt] = isArray(argument)
    ? [argument[0] ?? '', argument[1] ?? null, pointer(at, 0)]
    : [argument, null, at]
  const text = asText(template)
  const traced = new TracedText([{ text, origin: scalarOrigin(resolution.document, textAt, text) }])
  const locals = new Map<string, string>()
  return traced.replace(/\$\{([^{}]*)\}/g, ([, name = '']) => {
    const wanted = name.trim()
    // `${env:NAME}` and the like are of Serverless: CloudFormation has no such names.
    if (/^[A-Za-z][\w-]*(?:\(|:(?!:))/.test(wanted)) return undefined
    if (wanted.startsWith('!')) return `\${${wanted.slice(1)}}`
    const local = isObject(variables) ? member(variables, wanted) : undefined
    if (local === undefined) return asText(variableOf(wanted, resolution))
    const value = locals.get(wanted) ?? asText(resolve(local, pointer(at, 1, wanted), resolution))
    locals.set(wanted, value)
    return value
  })
}

/** What `${Name}` or `${Name.Attribute}` stands for in a `Fn::Sub`. */
export function variableOf(name: string, resolution: Resolution): Json | undefined {
  const dot = name.indexOf('.')
  if (dot === -1) return reference(name, resolution)
  return attribute(name.slice(0, dot), name.slice(dot + 1), resolution)
}
