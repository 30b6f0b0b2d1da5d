/** What a member of an API's answer may be, as the models of AWS's APIs tell it. */
export type Shape = TextShape | NumberShape | BooleanShape | ListShape | MapShape | StructureShape | AnyShape

/** Texts, and in Step Functions also blobs and timestamps. */
export interface TextShape {
  readonly kind: 'text'
  /** Characters. */
  readonly minLength?: number
  readonly maxLength?: number
  readonly oneOf?: readonly string[]
}

export interface NumberShape {
  readonly kind: 'number'
  readonly min?: number
  readonly max?: number
}

export interface BooleanShape {
  readonly kind: 'boolean'
}

export interface ListShape {
  readonly kind: 'list'
  readonly of: Shape
}

/** An object whose keys are data. */
export interface MapShape {
  readonly kind: 'map'
  readonly of: Shape
}

export interface StructureShape {
  readonly kind: 'structure'
  readonly members: Readonly<Record<string, Shape>>
  readonly required: readonly string[]
}

export interface AnyShape {
  readonly kind: 'any'
}

export const textShape: TextShape = { kind: 'text' }
export const numberShape: NumberShape = { kind: 'number' }
export const booleanShape: BooleanShape = { kind: 'boolean' }
export const any: AnyShape = { kind: 'any' }

export function textOf(minLength: number, maxLength: number): TextShape {
  return { kind: 'text', minLength, maxLength }
}

export function oneOfShape(...values: readonly string[]): TextShape {
  return { kind: 'text', oneOf: values }
}

export function numberOf(min: number, max: number = Number.POSITIVE_INFINITY): NumberShape {
  return { kind: 'number', min, max }
}

export function listOf(of: Shape): ListShape {
  return { kind: 'list', of }
}

export function mapOf(of: Shape): MapShape {
  return { kind: 'map', of }
}

export function structure(members: Readonly<Record<string, Shape>>, required: readonly string[] = []): StructureShape {
  return { kind: 'structure', members, required }
}
