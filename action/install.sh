#!/usr/bin/env bash
# Installs article-ld into a folder of its own, so that the packages of the workflow stay as they are.
set -euo pipefail

constraints=()
if [[ -n ${ARTICLE_LD_VERSION:-} ]]; then
  if [[ ! $ARTICLE_LD_VERSION =~ ^[0-9][0-9A-Za-z.+!]*$ ]]; then
    echo "::error title=article-ld::The input version is no version, such as 1.2.3"
    exit 2
  fi
  package="article-ld==$ARTICLE_LD_VERSION"
else
  package="$GITHUB_ACTION_PATH"
  # what it needs, in the versions that it was tested with
  pinned="$RUNNER_TEMP/article-ld-constraints.txt"
  sed -nE 's/^([A-Za-z0-9._-]+==[^ ;\\]+).*/\1/p' "$GITHUB_ACTION_PATH/core.lock" >"$pinned"
  constraints=(--constraint "$pinned")
fi

"$ARTICLE_LD_PYTHON" -m venv --clear "$ARTICLE_LD_FOLDER"
if [[ -d $ARTICLE_LD_FOLDER/Scripts ]]; then
  python="$ARTICLE_LD_FOLDER/Scripts/python"
else
  python="$ARTICLE_LD_FOLDER/bin/python"
fi
"$python" -m pip install --quiet --disable-pip-version-check ${constraints[@]+"${constraints[@]}"} "$package"
