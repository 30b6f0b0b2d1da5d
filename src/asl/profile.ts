/** `recorded`: as AWS was seen to behave; `documented`: as its documents say where the two differ. */
export type Profile = 'recorded' | 'documented'

/**
 * What `documented` turns over, and nothing else: the engine asks for each of these by name, and each has a row among
 * the behaviours with the evidence for both sides.
 */
export const PROFILE_FLAGS = [
  'data-limit-not-by-all',
  'heartbeat-timeout-name',
  'branch-failed-name',
  'parameter-path-name',
  'intrinsic-name',
  'no-choice-name',
  'map-over-object',
] as const
export type ProfileFlag = (typeof PROFILE_FLAGS)[number]

const FLAGS_OF: Readonly<Record<Profile, ReadonlySet<ProfileFlag>>> = {
  recorded: new Set(),
  documented: new Set(PROFILE_FLAGS),
}

/** Whether a run with this profile follows AWS's documents in this matter. */
export function isDocumented(profile: Profile, flag: ProfileFlag): boolean {
  return FLAGS_OF[profile].has(flag)
}

/** Failures that are recorded as States.Runtime and documented under a name of their own, which can be caught. */
const DOCUMENTED_NAMES = {
  'parameter-path-name': 'States.ParameterPathFailure',
  'intrinsic-name': 'States.IntrinsicFailure',
  'no-choice-name': 'States.NoChoiceMatched',
} as const satisfies Partial<Record<ProfileFlag, string>>

/** Why a query failed, where documents have a name for it that recordings lack. */
export type FailureReason = keyof typeof DOCUMENTED_NAMES

/** The name of an error under a profile; `recorded` is its recorded one. */
export function errorNameUnder(profile: Profile, recorded: string, reason: FailureReason | undefined): string {
  return reason !== undefined && isDocumented(profile, reason) ? DOCUMENTED_NAMES[reason] : recorded
}
