/** The beginning of a template: parameters, mappings, conditions and resources for machines to refer to. */
export const HEAD = `Parameters:
  Stage: {Type: String, Default: dev}
  Count: {Type: Number, Default: 5}
  Names: {Type: CommaDelimitedList, Default: 'a, b'}
  Free: {Type: String}
  Size: {Type: Number, MinValue: 3}
  Kind: {Type: String, AllowedValues: [small, large]}
  Secret: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /path}
Mappings:
  Regions:
    us-east-1: {Arn: 'arn:map', List: [x, y]}
Conditions:
  IsDev: !Equals [!Ref Stage, dev]
  IsProd: !Equals [!Ref Stage, prod]
  Not: !Not [!Condition IsDev]
  Both: !And [!Condition IsDev, {Condition: IsProd}]
  Either: !Or [!Condition IsDev, !Condition IsProd]
  Loop: !Not [!Condition Loop]
Resources:
  Fn: {Type: AWS::Serverless::Function}
  Queue: {Type: AWS::SQS::Queue}
  Bucket: {Type: AWS::S3::Bucket}
`
