"""
Moto's server in executing mode. Its interpreter knows mocks, and nothing in moto reads them from a file: this does.
It has an interpreter of JSONata states too, without anything that evaluates an expression: the package jsonata-python does.
"""

import json
import os
import sys
from types import SimpleNamespace

from jsonata import Jsonata
from moto.core import config
from moto.server import main
from moto.stepfunctions.parser.asl.jsonata import jsonata as moto_jsonata
from moto.stepfunctions.parser.backend.execution_worker import ExecutionWorker
from moto.stepfunctions.parser.mocking import mock_config
from moto.stepfunctions.parser.models import StepFunctionsParserBackend


def response(written):
    if "Return" in written:
        value = written["Return"]
        return SimpleNamespace(Return=SimpleNamespace(model_dump=lambda: value), Throw=None)
    return SimpleNamespace(Return=None, Throw=SimpleNamespace(**written["Throw"]))


def mock_test_case(machine, case):
    with open(os.environ["SFN_MOCK_CONFIG"], encoding="utf-8") as file:
        written = json.load(file)
    states = written["StateMachines"][machine]["TestCases"][case]
    raw = SimpleNamespace(
        StateMachines={machine: SimpleNamespace(TestCases={case: SimpleNamespace(root=states)})},
        MockedResponses={
            name: {key: response(entry) for key, entry in entries.items()}
            for name, entries in written["MockedResponses"].items()
        },
    )
    return mock_config._mock_test_case_from_raw(machine, case, raw)


def evaluate(expression):
    try:
        return Jsonata(expression).evaluate(None)
    except Exception as error:
        raise moto_jsonata.JSONataException("UNKNOWN", str(error)) from error


chosen = SimpleNamespace(mocks=None)
start_execution = StepFunctionsParserBackend.start_execution
init_worker = ExecutionWorker.__init__


def start_with_mocks(self, state_machine_arn, *args, **more):
    arn, _, case = state_machine_arn.partition("#")
    chosen.mocks = mock_test_case(arn.rpartition(":")[2], case) if case else None
    return start_execution(self, arn, *args, **more)


def init_with_mocks(self, *args, **more):
    init_worker(self, *args, **{**more, "mock_test_case": chosen.mocks})


StepFunctionsParserBackend.start_execution = start_with_mocks
ExecutionWorker.__init__ = init_with_mocks
moto_jsonata._eval_jsonata = evaluate
config.default_user_config["stepfunctions"] = {"execute_state_machine": True}
main(sys.argv[1:])
