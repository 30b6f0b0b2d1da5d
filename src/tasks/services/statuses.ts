import type { Json, JsonObject } from '../../asl/json.js'
import { derivedUuid } from '../derived-id.js'
import type { InferService, ServiceCall } from '../service-call.js'

/** Answers by service and action; `id` is one of the attempt's own. */
type Answers = Readonly<Record<string, (id: string) => JsonObject>>

/**
 * What tells that something was started, or is done, by the service in the ARN and the action: the members that machines
 * wait for and choose by, and none else. Each from its action's page in the API reference of the service.
 * https://docs.aws.amazon.com
 */
const ANSWERS: Answers = {
  'appflow:describeFlow': () => ({ FlowStatus: 'Active' }),
  'bedrock:createEvaluationJob': (id) => ({ JobArn: id }),
  'bedrock:createProvisionedModelThroughput': (id) => ({ ProvisionedModelArn: id }),
  'bedrock:getEvaluationJob': () => ({ Status: 'Completed' }),
  'bedrock:getProvisionedModelThroughput': () => ({ Status: 'InService' }),
  'bedrockagent:createDataSource': (id) => ({ DataSource: { DataSourceId: id, Status: 'AVAILABLE' } }),
  'bedrockagent:createKnowledgeBase': (id) => ({ KnowledgeBase: { KnowledgeBaseId: id, Status: 'ACTIVE' } }),
  'bedrockagent:getIngestionJob': (id) => ({ IngestionJob: { IngestionJobId: id, Status: 'COMPLETE' } }),
  'bedrockagent:getKnowledgeBase': (id) => ({ KnowledgeBase: { KnowledgeBaseId: id, Status: 'ACTIVE' } }),
  'bedrockagent:startIngestionJob': (id) => ({ IngestionJob: { IngestionJobId: id, Status: 'STARTING' } }),
  'cloudformation:createStack': (id) => ({ StackId: id }),
  'cloudformation:createStackInstances': (id) => ({ OperationId: id }),
  'cloudformation:createStackSet': (id) => ({ StackSetId: id }),
  'cloudformation:deleteStackInstances': (id) => ({ OperationId: id }),
  'cloudformation:describeStackSetOperation': (id) => ({ StackSetOperation: { OperationId: id, Status: 'SUCCEEDED' } }),
  'cloudformation:describeStacks': (id) => ({ Stacks: [{ StackId: id, StackStatus: 'CREATE_COMPLETE' }] }),
  'cloudformation:updateStackSet': (id) => ({ OperationId: id }),
  'cloudwatchlogs:getQueryResults': () => ({ Results: [], Status: 'Complete' }),
  'cloudwatchlogs:startQuery': (id) => ({ QueryId: id }),
  'comprehend:describeEntitiesDetectionJob': (id) => ({
    EntitiesDetectionJobProperties: { JobId: id, JobStatus: 'COMPLETED' },
  }),
  'comprehend:describeSentimentDetectionJob': (id) => ({
    SentimentDetectionJobProperties: { JobId: id, JobStatus: 'COMPLETED' },
  }),
  'databrew:describeJobRun': () => ({ State: 'SUCCEEDED' }),
  'databrew:startJobRun': (id) => ({ RunId: id }),
  'datasync:describeTaskExecution': () => ({ Status: 'SUCCESS' }),
  'ec2:describeImages': (id) => ({ Images: [{ ImageId: id, State: 'available' }] }),
  'ec2:describeInstances': (id) => ({
    Reservations: [{ Instances: [{ InstanceId: id, State: { Code: 16, Name: 'running' } }] }],
  }),
  'ec2:describeSnapshots': (id) => ({ Snapshots: [{ SnapshotId: id, State: 'completed' }] }),
  'ec2:describeVolumes': (id) => ({ Volumes: [{ State: 'available', VolumeId: id }] }),
  'eks:describeCluster': () => ({ Cluster: { Status: 'ACTIVE' } }),
  'eks:describeNodegroup': () => ({ Nodegroup: { Status: 'ACTIVE' } }),
  'emr-containers:createVirtualCluster': (id) => ({ Id: id }),
  'emr-containers:startJobRun': (id) => ({ Id: id }),
  'emr-serverless:createApplication': (id) => ({ ApplicationId: id }),
  'emr-serverless:startJobRun': (id) => ({ JobRunId: id }),
  'emrcontainers:describeJobRun': (id) => ({ JobRun: { Id: id, State: 'COMPLETED' } }),
  'emrcontainers:startJobRun': (id) => ({ Id: id }),
  'emrserverless:createApplication': (id) => ({ ApplicationId: id }),
  'emrserverless:getApplication': (id) => ({ Application: { ApplicationId: id, State: 'STARTED' } }),
  'emrserverless:getJobRun': (id) => ({ JobRun: { JobRunId: id, State: 'SUCCESS' } }),
  'emrserverless:startJobRun': (id) => ({ JobRunId: id }),
  'fis:createExperimentTemplate': (id) => ({ ExperimentTemplate: { Id: id } }),
  'fis:getExperiment': (id) => ({ Experiment: { Id: id, State: { Status: 'completed' } } }),
  'fis:startExperiment': (id) => ({ Experiment: { Id: id, State: { Status: 'initiating' } } }),
  'iotanalytics:createDatasetContent': (id) => ({ VersionId: id }),
  'iotanalytics:getDatasetContent': () => ({ Entries: [], Status: { State: 'SUCCEEDED' } }),
  'mediaconvert:createJob': (id) => ({ Job: { Id: id, Status: 'SUBMITTED' } }),
  'mediaconvert:getJob': (id) => ({ Job: { Id: id, Status: 'COMPLETE' } }),
  'neptune:describeDBClusters': () => ({ DBClusters: [{ Status: 'available' }] }),
  'neptune:describeDBInstances': () => ({ DBInstances: [{ DBInstanceStatus: 'available' }] }),
  'opensearch:describeDomain': () => ({ DomainStatus: { DomainProcessingStatus: 'Active', Processing: false } }),
  'organizations:listRoots': (id) => ({ Roots: [{ Id: id }] }),
  'rds:describeDBClusterSnapshots': () => ({ DBClusterSnapshots: [{ Status: 'available' }] }),
  'rds:describeDBClusters': () => ({ DBClusters: [{ Status: 'available' }] }),
  'rds:describeDBInstances': () => ({ DBInstances: [{ DBInstanceStatus: 'available' }] }),
  'rds:describeDBSnapshots': () => ({ DBSnapshots: [{ Status: 'available' }] }),
  'redshift:describeClusters': () => ({ Clusters: [{ ClusterStatus: 'available' }] }),
  'redshiftdata:batchExecuteStatement': (id) => ({ Id: id }),
  'redshiftdata:describeStatement': (id) => ({ HasResultSet: false, Id: id, Status: 'FINISHED' }),
  'redshiftdata:executeStatement': (id) => ({ Id: id }),
  'rekognition:getContentModeration': () => ({ JobStatus: 'SUCCEEDED', ModerationLabels: [] }),
  'rekognition:getLabelDetection': () => ({ JobStatus: 'SUCCEEDED', Labels: [] }),
  'rekognition:startContentModeration': (id) => ({ JobId: id }),
  'rekognition:startLabelDetection': (id) => ({ JobId: id }),
  'ses:sendEmail': (id) => ({ MessageId: id }),
  'sesv2:sendEmail': (id) => ({ MessageId: id }),
  'ssm:getAutomationExecution': (id) => ({
    AutomationExecution: { AutomationExecutionId: id, AutomationExecutionStatus: 'Success' },
  }),
  'ssm:getCommandInvocation': () => ({ ResponseCode: 0, Status: 'Success' }),
  'ssm:sendCommand': (id) => ({ Command: { CommandId: id, Status: 'Pending' } }),
  'ssm:startAutomationExecution': (id) => ({ AutomationExecutionId: id }),
  'textract:getDocumentAnalysis': () => ({ Blocks: [], JobStatus: 'SUCCEEDED' }),
  'textract:getDocumentTextDetection': () => ({ Blocks: [], JobStatus: 'SUCCEEDED' }),
  'textract:getExpenseAnalysis': () => ({ ExpenseDocuments: [], JobStatus: 'SUCCEEDED' }),
  'textract:startDocumentAnalysis': (id) => ({ JobId: id }),
  'textract:startDocumentTextDetection': (id) => ({ JobId: id }),
  'textract:startExpenseAnalysis': (id) => ({ JobId: id }),
  'transcribe:getTranscriptionJob': () => ({ TranscriptionJob: { TranscriptionJobStatus: 'COMPLETED' } }),
  'transcribe:startTranscriptionJob': () => ({ TranscriptionJob: { TranscriptionJobStatus: 'IN_PROGRESS' } }),
  'transcribe:listVocabularyFilters': () => ({ VocabularyFilters: [] }),
}

/** What jobs of `.sync` integrations give when they are done: the answer of the action that describes them. */
const JOBS: Answers = {
  'databrew:startJobRun': (id) => ({ RunId: id, State: 'SUCCEEDED' }),
  'emr-containers:startJobRun': (id) => ({ JobRun: { Id: id, State: 'COMPLETED' } }),
  'emr-serverless:startJobRun': (id) => ({ JobRun: { JobRunId: id, State: 'SUCCESS' } }),
  'mediaconvert:createJob': (id) => ({ Job: { Id: id, Status: 'COMPLETE' } }),
}

/** Of a service whose answers are known here by their ids and statuses alone. */
export const inferStatus: InferService = (service) => answerIn(ANSWERS, service)

/** The end of a job of such a service. */
export const finishStatus: InferService = (service) => answerIn(JOBS, service)

function answerIn(answers: Answers, { call, action }: ServiceCall): Json | undefined {
  if (!('service' in call.resource)) return undefined
  const key = `${call.resource.service}:${action}`
  return Object.hasOwn(answers, key) ? answers[key]?.(derivedUuid(call, 'status')) : undefined
}
