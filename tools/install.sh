#!/bin/sh
# Installs a lock file into the virtual environment $1/..: with uv where it is found, else with pip. Hashes are checked.
set -eu
bin=$1 lock=$2
if command -v uv >/dev/null 2>&1; then
  UV_PYTHON_DOWNLOADS=never uv pip install --quiet --python "$bin/python" --require-hashes -r "$lock" && exit 0
else
  "$bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$lock" && exit 0
fi
echo "The packages in $lock could not be installed. Is there a connection to a Python package index? See the lines above."
exit 1
