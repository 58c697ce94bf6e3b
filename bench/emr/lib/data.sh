# Jars, frames and lists of frames. Sourced by emr-bench.
# shellcheck shell=bash
# shellcheck disable=SC2154  # options.sh sets the options

# Where the frames are, as the jobs see it.
data_uri() {
  case $data in
    s3://*) printf '%s' "$data" ;;
    *) printf '%s/data/%s' "$base" "$(basename -- "$manifest" .manifest)" ;;
  esac
}

require_manifest() {
  [ -n "$manifest" ] || wrong "--manifest is missing"
  [ -f "$manifest" ] || wrong "--manifest $manifest: no such file"
  total=$(entries | wc -l)
  [ "$total" -gt 0 ] || wrong "--manifest $manifest: a manifest without files"
  IFS=, read -r -a frame_counts <<<"${frames:-$total}"
  local n
  for n in "${frame_counts[@]}"; do
    [ "$n" -le "$total" ] || wrong "--frames $n: $manifest has $total files"
  done
}

# The manifest's paths.
entries() {
  grep -v -e '^#' -e '^[[:space:]]*$' -- "$manifest" | cut -f 1
}

# A list of so many frames, at the same stride through the manifest as "bench run" takes them.
make_list() {
  entries | awk -v n="$1" -v size="$total" -v uri="$(data_uri | sed 's/^s3:/s3a:/')" \
    '{ path[NR - 1] = $0 } END { for (i = 0; i < n; i++) print uri "/" path[int(i * size / n)] }'
}

make_lists() {
  local n
  rm -rf -- "$directory/lists"
  mkdir -p -- "$directory/lists"
  for n in "${frame_counts[@]}"; do
    make_list "$n" >"$directory/lists/frames-$n.txt"
  done
}

require_jar() {
  [ -n "$dry_run" ] || [ -f "$1" ] || fail "$1 is not there: \"mvn package -DskipTests\" makes it"
}

upload() {
  require_manifest
  make_lists
  local jar
  for jar in mr-jobs/target/kira-mr.jar bench/spark/target/kira-spark.jar; do
    require_jar "$jar"
    run_aws s3 cp "$jar" "$base/jars/$(basename -- "$jar")" --no-progress
  done
  case $data in
    s3://*) ;;
    '') wrong "--data is missing" ;;
    *) run_aws s3 sync "$data" "$(data_uri)/" --no-progress ;;
  esac
  run_aws s3 sync "$directory/lists" "$base/lists/" --no-progress
}
