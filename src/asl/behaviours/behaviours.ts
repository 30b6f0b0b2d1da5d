import { API } from './api.js'
import type { Behaviour } from './behaviour.js'
import { CHOICE } from './choice.js'
import { CONTAINERS } from './containers.js'
import { DISTRIBUTED_MAP } from './distributed-map.js'
import { FAULT_TEXTS } from './fault-texts.js'
import { HISTORY } from './history.js'
import { INTRINSICS } from './intrinsics.js'
import { JSONATA } from './jsonata.js'
import { LIMIT_BEHAVIOURS } from './limits.js'
import { MATCHING } from './matching.js'
import { MODEL_BEHAVIOURS } from './models.js'
import { PATHS } from './paths.js'
import { SERVICES } from './services.js'
import { TIMEOUTS } from './timeouts.js'

/**
 * Everything in which documents and recordings of AWS differ, or that is assumed or unknown. `aslx explain` and
 * docs/fidelity.md print it, and the `documented` profile flips its rows that have a flag.
 */
export const behaviours: readonly Behaviour[] = [
  ...MATCHING,
  ...TIMEOUTS,
  ...PATHS,
  ...INTRINSICS,
  ...CHOICE,
  ...CONTAINERS,
  ...DISTRIBUTED_MAP,
  ...JSONATA,
  ...HISTORY,
  ...LIMIT_BEHAVIOURS,
  ...SERVICES,
  ...MODEL_BEHAVIOURS,
  ...API,
  ...FAULT_TEXTS,
]
