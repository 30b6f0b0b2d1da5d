import type { Intrinsic } from './intrinsic.js'

export const ID_INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'States.UUID': { minArgs: 0, maxArgs: 0, call: (_args, chance) => chance.uuid('States.UUID') },
}
