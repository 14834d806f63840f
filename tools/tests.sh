#!/bin/sh
# Runs every test, in two halves side by side: where one waits for a browser or a clock, the other works.
# What is named after the interpreter is run by itself: sh tools/tests.sh .venv/bin/python tests/desk
set -u
python=$1
shift
if [ $# -gt 0 ]; then
  exec "$python" -m pytest "$@"
fi
mkdir -p build
log=build/tests-walks.log
"$python" -m pytest tests/end_to_end tests/dialogues >"$log" 2>&1 &
walks=$!
trap 'kill "$walks" 2>/dev/null' INT TERM
"$python" -m pytest tests --ignore tests/end_to_end --ignore tests/dialogues
rest=$?
wait "$walks"
walked=$?
cat "$log"
[ "$rest" -eq 0 ] && [ "$walked" -eq 0 ]
