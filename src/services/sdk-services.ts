import { modelledServices } from './model-file.js'
import { serviceModel } from './service-model.js'

/**
 * Services of AWS SDK integrations that AWS has ended since, so that no model of them is published any more: machines still name
 * them. https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
const ENDED: ReadonlyMap<string, string> = new Map([
  ['alexaforbusiness', 'AlexaForBusiness'],
  ['codestar', 'CodeStar'],
  ['elasticinference', 'ElasticInference'],
  ['elastictranscoder', 'ElasticTranscoder'],
  ['evidently', 'Evidently'],
  ['honeycode', 'Honeycode'],
  ['iot1clickprojects', 'Iot1ClickProjects'],
  ['iotanalytics', 'IoTAnalytics'],
  ['iotevents', 'IotEvents'],
  ['ioteventsdata', 'IotEventsData'],
  ['iotfleethub', 'IoTFleetHub'],
  ['lookoutvision', 'LookoutVision'],
  ['opsworks', 'OpsWorks'],
  ['opsworkscm', 'OpsWorksCm'],
  ['panorama', 'Panorama'],
  ['qldb', 'Qldb'],
  ['qldbsession', 'QldbSession'],
  ['robomaker', 'RoboMaker'],
  ['sms', 'Sms'],
])

/** Whether AWS has ended a service that an AWS SDK integration names: calls of it fail. */
export function hasEnded(service: string): boolean {
  return ENDED.has(service)
}

/** What the error names of a service begin with in AWS SDK integrations: `DynamoDb` for `dynamodb`; undefined for no service. */
export function sdkPrefix(service: string): string | undefined {
  return serviceModel(service)?.prefix ?? ENDED.get(service)
}

/** Every name that `arn:aws:states:::aws-sdk:<name>:...` may have, ended services too. */
export function sdkServices(): readonly string[] {
  return [...modelledServices(), ...ENDED.keys()]
}
