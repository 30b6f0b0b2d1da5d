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
import { asText, newResolution } from './resolution.js'
import { resolve } from './template-functions.js'
import { section, type SourceDocument } from './template.js'

/** A template has 500 resources at most: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MAX_RESOURCES = 5_000
/** CloudFormation nests loops 5 deep at most. */
const MAX_DEPTH = 5

/** The values of the loops around a part of a template, by their identifiers. */
type Identifiers = ReadonlyMap<string, string>

/**
 * A template whose loops over resources (`Fn::ForEach`) are written out; each resource stands where its loop has it. A loop over
 * what is only known at deployment stays.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function withoutLoops(document: SourceDocument, parameters: Readonly<Record<string, string>>): SourceDocument {
  const { root } = document
  const resources = section(root, 'Resources')
  if (!isObject(root) || !Object.keys(resources).some(isLoop)) return document
  const writer = new Writer(document, parameters)
  writer.write(resources, '/Resources', new Map(), 0)
  const original = (at: string): string => {
    const [, first, id = '', ...rest] = at.split('/')
    const place = first === 'Resources' ? writer.places.get(id.replaceAll('~1', '/').replaceAll('~0', '~')) : undefined
    return place === undefined ? at : [place, ...rest].join('/')
  }
  return {
    ...document,
    root: { ...root, Resources: writer.resources },
    locate: (at) => document.locate(original(at)),
    valueOffset: (at) => document.valueOffset(original(at)),
  }
}

function isLoop(key: string): boolean {
  return key.startsWith('Fn::ForEach::')
}

class Writer {
  readonly resources: JsonObjectBuilder = {}
  /** Where each resource stands in the template, by its logical id. */
  readonly places = new Map<string, string>()
  readonly #document: SourceDocument
  readonly #parameters: Readonly<Record<string, string>>

  constructor(document: SourceDocument, parameters: Readonly<Record<string, string>>) {
    this.#document = document
    this.#parameters = parameters
  }

  write(block: JsonObject, at: string, identifiers: Identifiers, depth: number): void {
    for (const [key, value] of Object.entries(block)) {
      if (isLoop(key) && this.#loop(value, pointer(at, key), identifiers, depth)) continue
      const id = fill(key, identifiers)
      this.places.set(id, pointer(at, key))
      if (this.places.size > MAX_RESOURCES) {
        const message = `${this.#document.file}: its loops make more than ${MAX_RESOURCES} resources; use fewer`
        throw new UserError('definition', message)
      }
      setMember(this.resources, id, fillDeep(value, identifiers))
    }
  }

  /** Whether the loop could be written out. */
  #loop(loop: Json, at: string, identifiers: Identifiers, depth: number): boolean {
    const [identifier, collection = null, body] = isArray(loop) ? loop : []
    if (typeof identifier !== 'string' || !isObject(body) || depth === MAX_DEPTH) return false
    const resolution = newResolution(this.#document, this.#parameters)
    const items = resolve(fillDeep(collection, identifiers), pointer(at, 1), resolution)
    if (!isArray(items) || resolution.standIns.size > 0) return false
    for (const item of items) {
      this.write(body, pointer(at, 2), new Map(identifiers).set(identifier, asText(item)), depth + 1)
    }
    return true
  }
}

function fillDeep(value: Json, identifiers: Identifiers): Json {
  if (identifiers.size === 0) return value
  if (typeof value === 'string') return fill(value, identifiers)
  if (isArray(value)) return value.map((item) => fillDeep(item, identifiers))
  if (!isObject(value)) return value
  const reference = Object.keys(value).length === 1 ? member(value, 'Ref') : undefined
  const known = typeof reference === 'string' ? identifiers.get(reference) : undefined
  if (known !== undefined) return known
  const result: JsonObjectBuilder = {}
  for (const [key, item] of Object.entries(value))
    setMember(result, fill(key, identifiers), fillDeep(item, identifiers))
  return result
}

/** `${Name}` becomes the value, and `&{Name}` its letters and digits. */
function fill(text: string, identifiers: Identifiers): string {
  return text.replaceAll(/([$&])\{(\w+)\}/g, (written, sign: string, name: string) => {
    const value = identifiers.get(name)
    if (value === undefined) return written
    return sign === '$' ? value : value.replaceAll(/[^A-Za-z0-9]/g, '')
  })
}
