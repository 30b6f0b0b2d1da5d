terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.80" }
  }
}

variable "stage" {
  type    = string
  default = "prod"
}

locals {
  prefix = "statements-${var.stage}"
}

resource "aws_sfn_state_machine" "statements" {
  name     = local.prefix
  role_arn = aws_iam_role.statements.arn
  type     = "STANDARD"

  definition = templatefile("${path.module}/statements.asl.json", {
    archive_bucket    = aws_s3_bucket.archive.id
    statements_bucket = aws_s3_bucket.statements.id
    render_function   = aws_lambda_function.render.arn
    ready_topic       = aws_sns_topic.ready.arn
  })
}

resource "aws_lambda_function" "render" {
  function_name = "${local.prefix}-render"
  filename      = "${path.module}/render.zip"
  handler       = "render.handler"
  runtime       = "python3.13"
  memory_size   = 1024
  timeout       = 60
  role          = aws_iam_role.statements.arn
}

resource "aws_s3_bucket" "archive" {
  bucket = "${local.prefix}-archive"
}

resource "aws_s3_bucket" "statements" {
  bucket = "${local.prefix}-customers"
}

resource "aws_sns_topic" "ready" {
  name = "${local.prefix}-ready"
}

resource "aws_iam_role" "statements" {
  name               = "${local.prefix}-states"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com", "lambda.amazonaws.com"]
    }
  }
}
