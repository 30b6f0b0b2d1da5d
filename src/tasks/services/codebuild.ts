import type { JsonObject } from '../../asl/json.js'
import { JSON_1_1, type AnswerTable, answersOf, answersWithMetadata, dateOf } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { derivedUuid } from '../derived-id.js'
import { listParameter, textParameter, type ServiceCall } from '../service-call.js'

/** Builds start, and end well. https://docs.aws.amazon.com/codebuild/latest/APIReference */
const table: AnswerTable = {
  startBuild: (service) => ({ Build: build(service, 'IN_PROGRESS') }),
  retryBuild: (service) => ({ Build: build(service, 'IN_PROGRESS') }),
  stopBuild: (service) => ({ Build: build(service, 'STOPPED') }),
  batchGetBuilds: (service) => ({
    Builds: listParameter(service.parameters, 'Ids').map((id) => build(service, 'SUCCEEDED', id)),
    BuildsNotFound: [],
  }),
  batchDeleteBuilds: ({ parameters }) => ({ BuildsDeleted: listParameter(parameters, 'Ids'), BuildsNotDeleted: [] }),
  batchGetReports: () => ({ Reports: [], ReportsNotFound: [] }),
  startBuildBatch: (service) => ({ BuildBatch: buildBatch(service, 'IN_PROGRESS') }),
  retryBuildBatch: (service) => ({ BuildBatch: buildBatch(service, 'IN_PROGRESS') }),
  stopBuildBatch: (service) => ({ BuildBatch: buildBatch(service, 'STOPPED') }),
  batchGetBuildBatches: (service) => ({
    BuildBatches: listParameter(service.parameters, 'Ids').map((id) => buildBatch(service, 'SUCCEEDED', id)),
    BuildBatchesNotFound: [],
  }),
  deleteBuildBatch: () => ({ BuildsDeleted: [], BuildsNotDeleted: [], StatusCode: 'BATCH_DELETED' }),
}

export const inferCodeBuild = answersWithMetadata(table, JSON_1_1)

/** `.sync` gives the build as BatchGetBuilds knows it, under `Build`. https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html */
export const finishCodeBuild = answersOf({
  startBuild: (service) => ({ Build: build(service, 'SUCCEEDED') }),
  startBuildBatch: (service) => ({ BuildBatch: buildBatch(service, 'SUCCEEDED') }),
  retryBuildBatch: (service) => ({ BuildBatch: buildBatch(service, 'SUCCEEDED') }),
  deleteBuildBatch: () => ({ BuildsDeleted: [], BuildsNotDeleted: [], StatusCode: 'BATCH_DELETED' }),
})

function build(service: ServiceCall, status: string, wanted?: unknown): JsonObject {
  return { ...common(service, 'build', status, wanted), BuildNumber: 1, BuildStatus: status }
}

function buildBatch(service: ServiceCall, status: string, wanted?: unknown): JsonObject {
  return { ...common(service, 'build-batch', status, wanted), BuildBatchNumber: 1, BuildBatchStatus: status }
}

function common(service: ServiceCall, kind: string, status: string, wanted: unknown): JsonObject {
  const { call, parameters } = service
  const asked = typeof wanted === 'string' ? wanted : textParameter(parameters, 'Id')
  const project = textParameter(parameters, 'ProjectName') ?? asked?.split(':')[0] ?? 'project'
  const id = asked ?? `${project}:${derivedUuid(call, kind)}`
  const runs = status === 'IN_PROGRESS'
  return {
    Arn: arnOf(call, 'codebuild', `${kind}/`, id),
    Artifacts: { Location: '' },
    Complete: !runs,
    CurrentPhase: runs ? 'QUEUED' : 'COMPLETED',
    ...(!runs && { EndTime: dateOf(service) }),
    Id: id,
    Initiator: 'states/aslx',
    Phases: [{ PhaseStatus: 'SUCCEEDED', PhaseType: 'SUBMITTED' }],
    ProjectName: project,
    StartTime: dateOf(service),
  }
}
