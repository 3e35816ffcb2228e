#!/usr/bin/env bash
# Says where article-ld is installed, and under which key that folder is cached.
# The key holds all that the installation depends on: the machine, the interpreter, the folder, and what is installed.
set -euo pipefail

folder="$RUNNER_TEMP/article-ld"
python=$("$ARTICLE_LD_PYTHON" -c 'import sys; print(sys.implementation.cache_tag, sys.version, sys.executable)')
if [[ -n ${ARTICLE_LD_VERSION:-} ]]; then
  installed="$ARTICLE_LD_VERSION"
else
  cd "$GITHUB_ACTION_PATH"
  installed=$(find ld shapes pyproject.toml core.lock -type f -not -name '*.pyc' -print0 | LC_ALL=C sort -z | xargs -0 cat | cksum)
fi
digest=$(printf '%s\n' "$python" "$folder" "$installed" | cksum | tr ' ' '-')

{
  echo "folder=$folder"
  echo "key=article-ld-$RUNNER_OS-$RUNNER_ARCH-$digest"
} >>"$GITHUB_OUTPUT"
