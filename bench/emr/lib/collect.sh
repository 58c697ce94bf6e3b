# What is measured, from the cluster and the bucket to the directory. Sourced by emr-bench.
# shellcheck shell=bash
# shellcheck disable=SC2154  # options.sh sets the options

# Times of the steps, and of each output the provenance with its counters, and the small tables; not the catalogues.
collect() {
  local id name engine rest output
  id=$(cluster_id)
  [ -f "$directory/plan.tsv" ] || fail "nothing was run: $directory/plan.tsv is made by \"emr-bench run\""
  ask_aws "$directory/cluster.json" emr describe-cluster --cluster-id "$id" --output json
  ask_aws "$directory/steps.json" emr list-steps --cluster-id "$id" --output json
  while IFS=$'\t' read -r name engine rest; do
    case $name in
      '#'*) continue ;;
    esac
    output=${rest##*$'\t'}
    run_aws s3 sync "$output/" "$directory/runs/$name/" --exclude 'catalog/*' --exclude 'files/*' --no-progress
    [ -n "$dry_run" ] || say "$name $engine"
  done <"$directory/plan.tsv"
  # EMR copies logs to the bucket every few minutes; the last ones when the cluster ends
  run_aws s3 sync "${log_uri%/}/$id/steps/" "$directory/logs/" --no-progress
}
