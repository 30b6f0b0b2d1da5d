import type { SdkModel } from './sdk-model.js'
import { apigateway } from './api-gateway.js'
import { athena } from './athena.js'
import { batch } from './batch.js'
import { bedrockruntime } from './bedrock-runtime.js'
import { cloudformation } from './cloudformation.js'
import { codebuild } from './codebuild.js'
import { cognitoidentityprovider } from './cognito-identity-provider.js'
import { dynamodb } from './dynamodb.js'
import { ecs } from './ecs.js'
import { emr } from './emr.js'
import { eventbridge } from './eventbridge.js'
import { firehose } from './firehose.js'
import { fis } from './fis.js'
import { glue } from './glue.js'
import { kinesis } from './kinesis.js'
import { kms } from './kms.js'
import { lambda } from './lambda.js'
import { opensearch } from './opensearch.js'
import { rdsdata } from './rds-data.js'
import { redshiftdata } from './redshift-data.js'
import { s3 } from './s3.js'
import { sagemaker } from './sagemaker.js'
import { secretsmanager } from './secrets-manager.js'
import { ses } from './ses.js'
import { sfn } from './sfn.js'
import { sns } from './sns.js'
import { sqs } from './sqs.js'
import { ssm } from './ssm.js'
import { sts } from './sts.js'

/** The services whose API models are known, by the name that `arn:aws:states:::aws-sdk:<name>:...` gives them. */
export const SDK_MODELS: Readonly<Record<string, SdkModel>> = {
  apigateway,
  athena,
  batch,
  bedrockruntime,
  cloudformation,
  codebuild,
  cognitoidentityprovider,
  dynamodb,
  ecs,
  emr,
  eventbridge,
  firehose,
  fis,
  glue,
  kinesis,
  kms,
  lambda,
  opensearch,
  rdsdata,
  redshiftdata,
  s3,
  sagemaker,
  secretsmanager,
  ses,
  sfn,
  sns,
  sqs,
  ssm,
  sts,
}
