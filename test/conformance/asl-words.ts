/**
 * Words with a meaning of their own in a definition, an expression or an answer of AWS. Written down here, and not taken
 * from src/, as it is src/ that is tested with them.
 */
export const ASL_WORDS: ReadonlySet<string> = new Set(
  `
  Comment StartAt States Version TimeoutSeconds QueryLanguage JSONPath JSONata ProcessorConfig
  Type Next End InputPath OutputPath Parameters Arguments ResultPath ResultSelector Result Output Assign Retry Catch
  Task Pass Wait Succeed Fail Choice Parallel Map Resource TimeoutSecondsPath HeartbeatSeconds HeartbeatSecondsPath
  Credentials RoleArn Seconds SecondsPath Timestamp TimestampPath Error ErrorPath Cause CausePath Choices Default Condition
  And Or Not Variable Branches Iterator ItemProcessor Mode ExecutionType INLINE DISTRIBUTED STANDARD EXPRESS ItemsPath Items
  ItemSelector MaxConcurrency MaxConcurrencyPath ItemReader ItemBatcher ResultWriter ReaderConfig InputType CSVHeaderLocation
  CSVHeaders CSVDelimiter MaxItems MaxItemsPath ItemsPointer Transformation ManifestType WriterConfig OutputType FIRST_ROW GIVEN CSV JSON JSONL
  MANIFEST PARQUET MaxItemsPerBatch MaxItemsPerBatchPath MaxInputBytesPerBatch MaxInputBytesPerBatchPath BatchInput Label
  ToleratedFailurePercentage ToleratedFailurePercentagePath ToleratedFailureCount ToleratedFailureCountPath
  ErrorEquals IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy FULL NONE
  Execution Id Input Name StartTime State EnteredTime RetryCount StateMachine Token Index Value Key Source RedriveCount RedriveTime
  ALL Timeout TaskFailed Permissions Runtime DataLimitExceeded NoChoiceMatched IntrinsicFailure HeartbeatTimeout BranchFailed
  QueryEvaluationError ExceedToleratedFailureThreshold ItemReaderFailed ResultWriterFailed ParameterPathFailure ResultPathMatchFailure Http
  Array ArrayPartition ArrayContains ArrayRange ArrayGetItem ArrayLength ArrayUnique Base64Encode Base64Decode Hash JsonMerge
  StringToJson JsonToString MathRandom MathAdd StringSplit UUID Format MD5 SHA
  states context input result errorOutput and or in true false null function
  sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad contains split
  join match replace base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl number abs floor ceil
  round power sqrt random formatNumber formatBase formatInteger parseInteger boolean not exists append sort reverse shuffle
  distinct zip keys lookup spread merge sift each error assert type now millis fromMillis toMillis map filter single reduce clone
  partition range hash uuid parse eval
  array object
  arn aws us east
  state occurrence attempt iteration index submitted outcome output cause scheduledEventId transformers kind pattern replacement
  reference taskOutcomes s3 lambdas nondeterministicOrder idsZeroedByTransformer incompleteHistory stopExecution executionName
  unreplaced definition params provenance markers features fn
  an error occurred while executing the entered at event id An
  Payload Body Bucket FunctionName Items BatchInput
  timestamp date datetime
  `
    .trim()
    .split(/\s+/),
)
