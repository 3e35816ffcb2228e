#!/usr/bin/env bash
# Runs article-ld validate: annotations go to the log, a table to the job's summary, the totals to the outputs.
# Exits as article-ld does: 0 valid, 1 at or above the bar, 2 bad input or shapes, 3 internal error.
set -euo pipefail

programs="$ARTICLE_LD_FOLDER/bin"
if [[ -d $ARTICLE_LD_FOLDER/Scripts ]]; then
  programs="$ARTICLE_LD_FOLDER/Scripts"
fi
report="$RUNNER_TEMP/article-ld-report.json"
summary="$RUNNER_TEMP/article-ld-summary.md"
rm -f "$report" "$summary"

arguments=(--fail-on "$ARTICLE_LD_FAIL_ON" --format github --format "json:$report" --format "markdown:$summary")
if [[ -n ${ARTICLE_LD_SARIF_FILE:-} ]]; then
  arguments+=(--format "sarif:$ARTICLE_LD_SARIF_FILE")
fi

# add OPTION VALUES: an argument for each line of the values that is not empty
add() {
  local line
  while IFS= read -r line || [[ -n $line ]]; do
    line="${line%$'\r'}"
    if [[ -n ${line//[[:space:]]/} ]]; then
      arguments+=(${1:+"$1"} "$line")
    fi
  done <<<"$2"
}
add --shapes "${ARTICLE_LD_SHAPES:-}"
add --profile "${ARTICLE_LD_PROFILE:-}"
add --baseline "${ARTICLE_LD_BASELINE:-}"
add --ignore "${ARTICLE_LD_IGNORE:-}"
arguments+=(--)
before=${#arguments[@]}
add "" "${ARTICLE_LD_PATHS:-}"
if [[ ${#arguments[@]} -eq $before ]] && ! "$programs/article-ld" config | grep -q '^validate\.paths = '; then
  arguments+=(.)
fi

status=0
"$programs/article-ld" validate "${arguments[@]}" || status=$?

conforms=false violations='' warnings=''
if [[ -f $summary ]]; then
  cat "$summary" >>"$GITHUB_STEP_SUMMARY"
fi
if totals=$("$programs/python" -c '
import json, sys
with open(sys.argv[1], encoding="utf-8") as report:
    summary = json.load(report)["summary"]
print(summary["violations"], summary["warnings"])
' "$report" 2>/dev/null); then
  read -r violations warnings <<<"$totals"
else
  report=''
  echo "::error title=article-ld::No report was made; the lines above say why"
fi
if [[ $status -eq 0 ]]; then
  conforms=true
fi

{
  echo "conforms=$conforms"
  echo "violations=$violations"
  echo "warnings=$warnings"
  echo "report=$report"
} >>"$GITHUB_OUTPUT"
exit "$status"
