import { dirname, join } from 'node:path'
import { isArray, isObject, type Json, type JsonObject, member, pointer } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { openPlaceholders, type ReadDefinition, readDefinitionText } from './definition-text.js'
import { localPath } from './local-path.js'
import { asText, positionOf, type Resolution } from './resolution.js'
import { scalarOrigin } from './scalar-origin.js'
import { isFile, readSourceFile } from './source-file.js'
import { substituteInText } from './sub.js'
import { substituteDeep, type Substitutions, substituteText } from './substitutions.js'
import { conditionHolds } from './template-conditions.js'
import { functionCall, resolve } from './template-functions.js'
import { nearestPosition } from './template.js'
import { TracedText } from './traced-text.js'
import { boundsAround, refuseOutside } from './within-project.js'

/** A machine as a template declares it. */
export interface Declaration {
  readonly logicalId: string
  readonly properties: JsonObject
  /** JSON Pointer of the properties in the template. */
  readonly at: string
  /** The file that `cdk synth` notes as the asset of the resource. */
  readonly asset?: string
}

/** Reads the definition of a machine, wherever the template keeps it: in place, as text, or in a file beside it. */
export function readDeclaredDefinition(
  machine: Declaration,
  values: Substitutions,
  resolution: Resolution,
): ReadDefinition {
  for (const name of ['Definition', 'DefinitionString', 'DefinitionUri', 'DefinitionS3Location']) {
    const value = member(machine.properties, name)
    if (value === undefined) continue
    const at = pointer(machine.at, name)
    if (name === 'DefinitionString') return readText(value, at, values, resolution)
    if (name !== 'Definition') return readLocation(machine, name, values, resolution)
    const definition = resolve(value, at, resolution)
    return isObject(definition)
      ? readObject(definition, at, values, resolution)
      : readText(value, at, values, resolution)
  }
  const where = positionOf(resolution, machine.at)
  throw new UserError('definition', `${machine.logicalId} has no definition`, {
    at: where,
    hint: 'give it a Definition, DefinitionString or DefinitionUri',
  })
}

function readObject(value: JsonObject, at: string, values: Substitutions, resolution: Resolution): ReadDefinition {
  const definition = substituteDeep(value, values)
  return {
    definition,
    locate: (path) => nearestPosition(resolution.document, at + path),
    unresolved: openPlaceholders(definition),
  }
}

function readText(value: Json, at: string, values: Substitutions, resolution: Resolution): ReadDefinition {
  const text = TracedText.join([definitionText(value, at, resolution)])
  return readDefinitionText(substituteText(text, values), 'definition')
}

/** The text of a DefinitionString. Fragments of a join are cut anywhere: nothing is parsed before all are together. */
function definitionText(value: Json, at: string, resolution: Resolution): TracedText {
  if (typeof value === 'string')
    return new TracedText([{ text: value, origin: scalarOrigin(resolution.document, at, value) }])
  const call = functionCall(value)
  const inside = pointer(at, call?.name ?? '')
  if (call?.name === 'Fn::Sub') return substituteInText(call.argument, inside, resolution, resolve)
  if (call?.name === 'Fn::Join' && isArray(call.argument) && isArray(call.argument[1])) {
    const [separator, fragments] = call.argument
    const texts = fragments.map((fragment, index) => definitionText(fragment, pointer(inside, 1, index), resolution))
    return TracedText.join(texts, asText(separator))
  }
  if (call?.name === 'Fn::If' && isArray(call.argument)) {
    const branch = conditionHolds(asText(call.argument[0]), resolution, resolve) ? 1 : 2
    return definitionText(call.argument[branch] ?? '', pointer(inside, branch), resolution)
  }
  const text = asText(resolve(value, at, resolution))
  return new TracedText([{ text, origin: () => positionOf(resolution, at) }])
}

/** A definition in a file of its own: a path from the template, or an asset that `cdk synth` put beside the template. */
function readLocation(
  machine: Declaration,
  property: string,
  values: Substitutions,
  resolution: Resolution,
): ReadDefinition {
  const at = pointer(machine.at, property)
  const location = resolve(member(machine.properties, property) ?? null, at, resolution)
  const path = assetPath(machine, resolution) ?? localPath(location, resolution.document.file)
  const where = positionOf(resolution, at)
  if (path === undefined) {
    const name = isObject(location)
      ? `${asText(member(location, 'Bucket'))}/${asText(member(location, 'Key'))}`
      : asText(location)
    throw new UserError('definition', `the definition of ${machine.logicalId} is in S3 (${name})`, {
      at: where,
      hint: 'name the file it was uploaded from instead',
    })
  }
  if (!isFile(path)) {
    throw new UserError('definition', `the definition of ${machine.logicalId} is not there: no file ${path}`, {
      at: where,
      hint: 'correct the path, which starts at the template',
    })
  }
  refuseOutside(path, boundsAround(resolution.document.file), where)
  return readDefinitionText(substituteText(TracedText.ofFile(readSourceFile(path), path), values), 'definition')
}

function assetPath({ asset }: Declaration, resolution: Resolution): string | undefined {
  const path = asset === undefined ? undefined : join(dirname(resolution.document.file), asset)
  return path !== undefined && isFile(path) ? path : undefined
}
