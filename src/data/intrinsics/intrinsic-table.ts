import { ARRAY_INTRINSICS } from './arrays.js'
import { HASH_INTRINSICS } from './hashes.js'
import { ID_INTRINSICS } from './ids.js'
import type { Intrinsic } from './intrinsic.js'
import { JSON_INTRINSICS } from './json-intrinsics.js'
import { MATH_INTRINSICS } from './math.js'
import { STRING_INTRINSICS } from './strings.js'

/** All intrinsic functions by name. https://states-language.net/#intrinsic-functions */
export const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map(
  Object.entries({
    ...STRING_INTRINSICS,
    ...JSON_INTRINSICS,
    ...ARRAY_INTRINSICS,
    ...HASH_INTRINSICS,
    ...MATH_INTRINSICS,
    ...ID_INTRINSICS,
  }),
)
