/**
 * What the error names of AWS SDK integrations begin with, by the service's name in the resource.
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
const PREFIXES = `
  accessanalyzer=AccessAnalyzer account=Account acm=Acm acmpca=AcmPca alexaforbusiness=AlexaForBusiness amp=Amp
  amplify=Amplify amplifybackend=AmplifyBackend amplifyuibuilder=AmplifyUiBuilder apigateway=ApiGateway
  apigatewayv2=ApiGatewayV2 appconfig=AppConfig appconfigdata=AppConfigData appflow=Appflow
  appintegrations=AppIntegrations applicationautoscaling=ApplicationAutoScaling
  applicationdiscovery=ApplicationDiscovery applicationinsights=ApplicationInsights appmesh=AppMesh
  appstream=AppStream appsync=AppSync athena=Athena auditmanager=AuditManager autoscaling=Auto Scaling
  autoscalingplans=AutoScalingPlans backup=Backup backupgateway=BackupGateway batch=Batch
  bedrockruntime=BedrockRuntime braket=Braket budgets=Budgets chime=Chime chimesdkmeetings=ChimeSdkMeetings
  cloud9=Cloud9 cloudcontrol=CloudControl clouddirectory=CloudDirectory cloudformation=CloudFormation
  cloudfront=CloudFront cloudhsm=CloudHsm cloudhsmv2=CloudHsmV2 cloudsearch=CloudSearch cloudtrail=CloudTrail
  cloudwatch=CloudWatch cloudwatchlogs=CloudWatchLogs codeartifact=Codeartifact codebuild=CodeBuild
  codecommit=CodeCommit codedeploy=CodeDeploy codeguruprofiler=CodeGuruProfiler codegurureviewer=CodeGuruReviewer
  codepipeline=CodePipeline codestar=CodeStar codestarconnections=CodeStarConnections
  codestarnotifications=CodestarNotifications cognitoidentity=CognitoIdentity
  cognitoidentityprovider=CognitoIdentityProvider cognitosync=CognitoSync comprehend=Comprehend
  comprehendmedical=ComprehendMedical computeoptimizer=ComputeOptimizer config=Config connect=Connect
  connectcontactlens=ConnectContactLens connectparticipant=ConnectParticipant costandusagereport=CostAndUsageReport
  costexplorer=CostExplorer databasemigration=DatabaseMigration databrew=DataBrew dataexchange=DataExchange
  datapipeline=DataPipeline datasync=DataSync dax=Dax detective=Detective devicefarm=DeviceFarm
  devopsguru=DevOpsGuru directconnect=DirectConnect directory=Directory dlm=Dlm docdb=DocDb drs=Drs
  dynamodb=DynamoDb dynamodbstreams=DynamoDbStreams ebs=Ebs ec2=Ec2 ec2instanceconnect=Ec2InstanceConnect ecr=Ecr
  ecrpublic=EcrPublic ecs=Ecs efs=Efs eks=Eks elasticache=ElastiCache elasticbeanstalk=ElasticBeanstalk
  elasticinference=ElasticInference elasticloadbalancing=ElasticLoadBalancing
  elasticloadbalancingv2=ElasticLoadBalancingV2 elasticsearch=Elasticsearch elastictranscoder=ElasticTranscoder
  emr=Emr emrcontainers=EmrContainers eventbridge=EventBridge evidently=Evidently firehose=Firehose fis=Fis fms=Fms
  forecast=Forecast forecastquery=Forecastquery frauddetector=FraudDetector fsx=FSx gamelift=GameLift
  glacier=Glacier glue=Glue grafana=Grafana greengrass=Greengrass greengrassv2=GreengrassV2
  groundstation=GroundStation guardduty=GuardDuty healthlake=HealthLake honeycode=Honeycode iam=Iam
  identitystore=Identitystore imagebuilder=Imagebuilder inspector=Inspector inspector2=Inspector2 iot=Iot
  iot1clickprojects=Iot1ClickProjects iotanalytics=IoTAnalytics iotdeviceadvisor=IotDeviceAdvisor
  iotevents=IotEvents ioteventsdata=IotEventsData iotfleethub=IoTFleetHub iotjobsdataplane=IotJobsDataPlane
  iotsecuretunneling=IoTSecureTunneling iotsitewise=IoTSiteWise iotthingsgraph=IoTThingsGraph
  iotwireless=IotWireless ivs=Ivs kafka=Kafka kafkaconnect=KafkaConnect kendra=Kendra kinesis=Kinesis
  kinesisanalytics=KinesisAnalytics kinesisanalyticsv2=KinesisAnalyticsV2 kinesisvideo=KinesisVideo
  kinesisvideoarchivedmedia=KinesisVideoArchivedMedia kinesisvideomedia=KinesisVideoMedia
  kinesisvideosignaling=KinesisVideoSignaling kms=Kms lakeformation=LakeFormation lambda=Lambda
  lexmodelbuilding=LexModelBuilding lexmodelsv2=LexModelsV2 lexruntime=LexRuntime lexruntimev2=LexRuntimeV2
  licensemanager=LicenseManager lightsail=Lightsail location=Location lookoutvision=LookoutVision macie2=Macie2
  managedblockchain=ManagedBlockchain marketplacecatalog=MarketplaceCatalog
  marketplacecommerceanalytics=MarketplaceCommerceAnalytics marketplaceentitlement=MarketplaceEntitlement
  marketplacemetering=MarketplaceMetering mediaconnect=MediaConnect medialive=MediaLive mediapackage=MediaPackage
  mediapackagevod=MediaPackageVod mediastore=MediaStore mediatailor=MediaTailor memorydb=MemoryDB
  migrationhub=MigrationHub migrationhubconfig=MigrationHubConfig migrationhubstrategy=MigrationHubStrategy mq=Mq
  mturk=MTurk mwaa=Mwaa neptune=Neptune networkfirewall=NetworkFirewall opensearch=OpenSearch opsworks=OpsWorks
  opsworkscm=OpsWorksCm organizations=Organizations outposts=Outposts panorama=Panorama personalize=Personalize
  personalizeevents=PersonalizeEvents personalizeruntime=PersonalizeRuntime pi=Pi pinpoint=Pinpoint
  pinpointemail=PinpointEmail pinpointsmsvoice=PinpointSmsVoice polly=Polly pricing=Pricing qldb=Qldb
  qldbsession=QldbSession quicksight=QuickSight ram=Ram rbin=Rbin rds=Rds rdsdata=RdsData redshift=Redshift
  redshiftdata=RedshiftData rekognition=Rekognition resiliencehub=Resiliencehub resourcegroups=ResourceGroups
  resourcegroupstaggingapi=ResourceGroupsTaggingApi robomaker=RoboMaker route53=Route53
  route53domains=Route53Domains route53resolver=Route53Resolver rum=Rum s3=S3 s3control=S3Control
  s3outposts=S3Outposts sagemaker=SageMaker sagemakera2iruntime=SageMakerA2IRuntime sagemakeredge=SagemakerEdge
  sagemakerfeaturestoreruntime=SageMakerFeatureStoreRuntime sagemakerruntime=SageMakerRuntime
  savingsplans=Savingsplans schemas=Schemas secretsmanager=SecretsManager securityhub=SecurityHub
  serverlessapplicationrepository=ServerlessApplicationRepository servicecatalog=ServiceCatalog
  servicecatalogappregistry=ServiceCatalogAppRegistry servicediscovery=ServiceDiscovery servicequotas=ServiceQuotas
  ses=Ses sesv2=SesV2 sfn=Sfn shield=Shield signer=Signer sms=Sms snowball=Snowball sns=Sns sqs=Sqs ssm=Ssm sso=Sso
  ssoadmin=SsoAdmin ssooidc=SsoOidc storagegateway=StorageGateway sts=Sts support=Support swf=Swf
  synthetics=Synthetics textract=Textract transcribe=Transcribe transfer=Transfer translate=Translate
  voiceid=VoiceId waf=Waf wafregional=WafRegional wafv2=Wafv2 wellarchitected=WellArchitected wisdom=Wisdom
  workdocs=WorkDocs workmail=WorkMail workmailmessageflow=WorkMailMessageFlow workspaces=WorkSpaces
  workspacesweb=WorkSpacesWeb xray=XRay`

const byService: ReadonlyMap<string, string> = new Map(
  PREFIXES.trim()
    .split(/\s+/)
    .map((entry): [string, string] => {
      const [service = '', prefix = ''] = entry.split('=')
      return [service, prefix]
    }),
)

/** e.g. `DynamoDb` for `dynamodb`; undefined for a service that the table does not have. */
export function sdkPrefix(service: string): string | undefined {
  return byService.get(service)
}
