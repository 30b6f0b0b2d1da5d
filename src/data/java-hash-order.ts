/**
 * Keys in the order in which a java.util.HashMap gives them back that got them in the given order. AWS builds the
 * `.$` members of a payload template in such a map, and recorded outputs show it.
 */
export function javaHashOrder(keys: readonly string[]): readonly string[] {
  let capacity = 16
  while (keys.length > capacity * 0.75) capacity *= 2
  const bucket = (key: string): number => spreadHash(key) & (capacity - 1)
  return keys.toSorted((a, b) => bucket(a) - bucket(b))
}

/** String.hashCode, with its upper half folded into the lower one as HashMap does. */
function spreadHash(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash ^ (hash >>> 16)
}
