import type { JsonObject } from '../../asl/json.js'
import { JSON_1_1, type AnswerTable, answersOf, answersWithMetadata, dateOf } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { derivedHex } from '../derived-id.js'
import { listParameter, textParameter, type ServiceCall } from '../service-call.js'

/**
 * Clusters start and wait, steps complete. The optimized actions are named otherwise than the API's.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html, https://docs.aws.amazon.com/emr/latest/APIReference
 */
const table: AnswerTable = {
  createCluster: (service) => ({ ClusterArn: clusterArn(service), ClusterId: clusterId(service) }),
  addStep: (service) => ({ StepId: stepId(service) }),
  cancelStep: (service) => ({
    CancelStepsInfo: { Status: 'SUBMITTED', StepId: stepId(service) },
  }),
  terminateCluster: () => ({}),
  setClusterTerminationProtection: () => ({}),
  modifyInstanceFleetByName: () => ({}),
  modifyInstanceGroupByName: () => ({}),
  runJobFlow: (service) => ({ ClusterArn: clusterArn(service), JobFlowId: clusterId(service) }),
  addJobFlowSteps: (service) => ({
    StepIds: listParameter(service.parameters, 'Steps').map((_, i) => stepId(service, i)),
  }),
  terminateJobFlows: () => ({}),
  describeCluster: (service) => ({ Cluster: cluster(service, 'WAITING') }),
  describeStep: (service) => ({ Step: step(service) }),
  listSteps: () => ({ Steps: [] }),
}

export const inferEmr = answersWithMetadata(table, JSON_1_1)

/** `.sync` gives the cluster or step as DescribeCluster and DescribeStep know it; a new cluster also with its id. */
export const finishEmr = answersOf({
  createCluster: (service) => ({
    Cluster: cluster(service, 'WAITING'),
    ClusterArn: clusterArn(service),
    ClusterId: clusterId(service),
  }),
  addStep: (service) => ({ Step: step(service) }),
  terminateCluster: (service) => ({ Cluster: cluster(service, 'TERMINATED') }),
})

function clusterId({ call, parameters }: ServiceCall): string {
  return textParameter(parameters, 'ClusterId') ?? `j-${derivedHex(call, 'cluster', 13).toUpperCase()}`
}

function clusterArn(service: ServiceCall): string {
  return arnOf(service.call, 'elasticmapreduce', 'cluster/', clusterId(service))
}

function stepId({ call, parameters }: ServiceCall, index = 0): string {
  return textParameter(parameters, 'StepId') ?? `s-${derivedHex(call, `step ${index}`, 13).toUpperCase()}`
}

function cluster(service: ServiceCall, state: string): JsonObject {
  const date = dateOf(service)
  return {
    ClusterArn: clusterArn(service),
    Id: clusterId(service),
    Name: textParameter(service.parameters, 'Name') ?? 'cluster',
    Status: { State: state, StateChangeReason: {}, Timeline: { CreationDateTime: date, ReadyDateTime: date } },
    TerminationProtected: false,
  }
}

function step(service: ServiceCall): JsonObject {
  const date = dateOf(service)
  const timeline = { CreationDateTime: date, EndDateTime: date, StartDateTime: date }
  return {
    ActionOnFailure: 'CONTINUE',
    Id: stepId(service),
    Status: { State: 'COMPLETED', StateChangeReason: {}, Timeline: timeline },
  }
}
