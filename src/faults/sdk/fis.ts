import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-fis@3.523.0. */
export const fis: SdkModel = {
  prefix: 'Fis',
  exceptions: `
    ConflictException ResourceNotFoundException ServiceQuotaExceededException ValidationException`,
  raisedBy: [
    [
      `ResourceNotFoundException ValidationException`,
      `DeleteExperimentTemplate DeleteTargetAccountConfiguration GetAction GetExperiment
      GetExperimentTargetAccountConfiguration GetExperimentTemplate GetTargetAccountConfiguration
      GetTargetResourceType ListExperimentResolvedTargets ListExperimentTargetAccountConfigurations
      ListTargetAccountConfigurations StopExperiment UpdateTargetAccountConfiguration`,
    ],
    [`ValidationException`, `ListActions ListExperimentTemplates ListExperiments ListTargetResourceTypes`],
    [
      `ConflictException ResourceNotFoundException ServiceQuotaExceededException ValidationException`,
      `CreateExperimentTemplate CreateTargetAccountConfiguration StartExperiment`,
    ],
    [`ResourceNotFoundException ServiceQuotaExceededException ValidationException`, `UpdateExperimentTemplate`],
  ],
}
