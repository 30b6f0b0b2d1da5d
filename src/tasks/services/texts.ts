import { type AnswerTable, answersOf, dateOf } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { derivedUuid } from '../derived-id.js'
import { textParameter } from '../service-call.js'

/** What secrets and parameters hold: JSON, for the many machines that parse it. */
const TEXT = '{}'

/** The answer of ListSecrets is recorded. https://docs.aws.amazon.com/secretsmanager/latest/apireference */
export const inferSecretsManager = answersOf({
  listSecrets: () => ({ SecretList: [] }),
  getSecretValue: (service) => {
    const name = textParameter(service.parameters, 'SecretId') ?? 'secret'
    return {
      ARN: arnOf(service.call, 'secretsmanager', 'secret:', name),
      CreatedDate: dateOf(service),
      Name: name,
      SecretString: TEXT,
      VersionId: derivedUuid(service.call, 'secret version'),
      VersionStages: ['AWSCURRENT'],
    }
  },
})

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference */
const parameters: AnswerTable = {
  getParameter: (service) => {
    const name = textParameter(service.parameters, 'Name') ?? 'parameter'
    return {
      Parameter: {
        ARN: arnOf(service.call, 'ssm', 'parameter/', name.replace(/^\//, '')),
        DataType: 'text',
        LastModifiedDate: dateOf(service),
        Name: name,
        Type: 'String',
        Value: TEXT,
        Version: 1,
      },
    }
  },
  getParameters: () => ({ InvalidParameters: [], Parameters: [] }),
  getParametersByPath: () => ({ Parameters: [] }),
  putParameter: () => ({ Tier: 'Standard', Version: 1 }),
}

export const inferParameters = answersOf(parameters)

/** https://docs.aws.amazon.com/comprehend/latest/APIReference */
export const inferComprehend = answersOf({
  detectSentiment: () => ({
    Sentiment: 'NEUTRAL',
    SentimentScore: { Mixed: 0, Negative: 0, Neutral: 1, Positive: 0 },
  }),
  detectDominantLanguage: () => ({ Languages: [{ LanguageCode: 'en', Score: 1 }] }),
  detectEntities: () => ({ Entities: [] }),
  detectKeyPhrases: () => ({ KeyPhrases: [] }),
  detectPiiEntities: () => ({ Entities: [] }),
})

/** Nothing is changed. https://docs.aws.amazon.com/translate/latest/APIReference/API_TranslateText.html */
export const inferTranslate = answersOf({
  translateText: ({ parameters: sent }) => ({
    SourceLanguageCode: textParameter(sent, 'SourceLanguageCode') ?? 'en',
    TargetLanguageCode: textParameter(sent, 'TargetLanguageCode') ?? 'en',
    TranslatedText: textParameter(sent, 'Text') ?? '',
  }),
})

/** Nothing is seen. https://docs.aws.amazon.com/rekognition/latest/APIReference */
export const inferRekognition = answersOf({
  detectFaces: () => ({ FaceDetails: [] }),
  detectLabels: () => ({ LabelModelVersion: '3.0', Labels: [] }),
  detectModerationLabels: () => ({ ModerationLabels: [], ModerationModelVersion: '7.0' }),
  detectText: () => ({ TextDetections: [], TextModelVersion: '3.0' }),
})
