#!/bin/sh
# The check of spelling needs dictionaries of Albanian and English: as root on Debian both are installed, else one
# sentence says what to do. Without them the check leaves spelling out and says so.
set -eu
found() { ls /usr/share/hunspell/"$1".dic /usr/share/myspell/"$1".dic /usr/share/myspell/dicts/"$1".dic 2>/dev/null | grep -q .; }
if found sq_AL && found en_GB; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing dictionaries for the check of spelling (once) ..."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -qq update && apt-get -qq install --yes --no-install-recommends myspell-sq hunspell-en-gb; } >/dev/null 2>&1 && exit 0
fi
echo "Spelling is checked only with dictionaries. On Debian: sudo apt-get install myspell-sq hunspell-en-gb"
exit 0
