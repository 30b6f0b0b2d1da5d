import type { Member, ServiceModel, Shape } from './botocore.js'

/** What a text without a maximum is taken to be: ids, names, addresses and dates are shorter. */
const PLAIN_TEXT_BYTES = 1024

/** The UTF-8 bytes that a value of this shape has at most, as far as the model bounds it; Infinity where it does not. */
export function maxBytes(model: ServiceModel, member: Member | undefined, above: readonly string[] = []): number {
  if (member === undefined) return 2
  const shape = model.shapes[member.shape]
  if (shape === undefined || above.includes(member.shape)) return Infinity
  const inner = (one: Member | undefined): number => maxBytes(model, one, [...above, member.shape])
  return sizeOf(shape, inner)
}

function sizeOf(shape: Shape, inner: (member: Member | undefined) => number): number {
  switch (shape.type) {
    case 'structure':
      return Object.entries(shape.members ?? {}).reduce((sum, [name, one]) => sum + name.length + 4 + inner(one), 2)
    case 'list':
      return (shape.max ?? Infinity) * (inner(shape.member) + 1)
    case 'map':
      return (shape.max ?? Infinity) * (inner(shape.key) + inner(shape.value) + 2)
    case 'blob':
      return ((shape.max ?? Infinity) * 4) / 3
    case 'string':
      return shape.enum === undefined ? (shape.max ?? PLAIN_TEXT_BYTES) : 64
    default:
      return 32
  }
}
