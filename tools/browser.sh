#!/bin/sh
# The tests of the page need a real Chromium (and a font with emoji, for the screenshots): as root on Debian both are
# installed, else one sentence says what to do.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the tests of the page (once) ..."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -qq update && apt-get -qq install --yes --no-install-recommends chromium fonts-noto-color-emoji; } >/dev/null 2>&1 && exit 0
fi
echo "The tests need Chromium. On Debian: sudo apt-get install chromium"
exit 1
