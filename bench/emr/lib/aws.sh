# Runs the AWS command line, or prints what would be run. Sourced by emr-bench.
# shellcheck shell=bash
# shellcheck disable=SC2154  # options.sh sets the options

# Version 2 would show answers in a pager.
export AWS_PAGER=

require_aws() {
  command -v aws >/dev/null ||
    fail "the AWS command line is not there (Debian, Ubuntu: awscli); --dry-run does without"
}

# Quotes a word so that a shell reads it back as it is.
quoted() {
  if [[ $1 =~ ^[A-Za-z0-9_./:=@%+,-]+$ ]]; then
    printf '%s' "$1"
  else
    printf "'%s'" "${1//\'/\'\\\'\'}"
  fi
}

# aws with these words; the region is added. Printed instead with --dry-run.
run_aws() {
  local word line=aws
  if [ -z "$dry_run" ]; then
    aws "$@" --region "$region"
    return
  fi
  for word in "$@" --region "$region"; do
    line+=" $(quoted "$word")"
  done
  printf '%s\n' "$line"
}

# As run_aws, for a command whose answer is wanted: it goes to a file of the directory.
ask_aws() {
  local file=$1
  shift
  if [ -n "$dry_run" ]; then
    run_aws "$@"
  else
    run_aws "$@" >"$file.part"
    mv -- "$file.part" "$file"
  fi
}

say() {
  printf '%s\n' "$*" >&2
}
