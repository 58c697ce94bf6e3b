# The cluster's life. Sourced by emr-bench.
# shellcheck shell=bash
# shellcheck disable=SC2154  # options.sh sets the options

# The cluster in use; in a dry run a name in its place.
cluster_id() {
  if [ -n "$dry_run" ]; then
    printf 'j-EXAMPLE'
  elif [ -e "$directory/cluster-id" ]; then
    cat -- "$directory/cluster-id"
  else
    fail "there is no cluster: $directory/cluster-id is made by \"emr-bench create\""
  fi
}

instance_groups() {
  printf '[{"Name":"primary","InstanceGroupType":"MASTER","InstanceType":"%s","InstanceCount":1},' "$primary_type"
  printf '{"Name":"core","InstanceGroupType":"CORE","InstanceType":"%s","InstanceCount":%d}]' "$instance_type" "$count"
}

# The cores and memory that the option names are what YARN gives out, by cores too, to either engine.
configurations() {
  printf '[{"Classification":"yarn-site","Properties":{"yarn.nodemanager.resource.cpu-vcores":"%d",' "$cores"
  printf '"yarn.nodemanager.resource.memory-mb":"%d","yarn.scheduler.maximum-allocation-mb":"%d"}},' "$memory_mb" "$memory_mb"
  printf '{"Classification":"capacity-scheduler","Properties":{"yarn.scheduler.capacity.resource-calculator":'
  printf '"org.apache.hadoop.yarn.util.resource.DominantResourceCalculator"}},'
  # whole nodes for one Spark application, and executors that come and go, are no equal terms
  printf '{"Classification":"spark","Properties":{"maximizeResourceAllocation":"false"}}]'
}

create() {
  local id attributes=InstanceProfile=$instance_profile
  [ -n "$dry_run" ] || [ ! -e "$directory/cluster-id" ] ||
    fail "there is a cluster already: $(cat -- "$directory/cluster-id"); \"emr-bench destroy\" ends it"
  [ -z "$subnet" ] || attributes+=,SubnetId=$subnet
  local words=(
    emr create-cluster
    --name kira-bench
    --release-label "$release"
    --applications Name=Hadoop Name=Spark
    --instance-groups "$(instance_groups)"
    --configurations "$(configurations)"
    --service-role "$service_role"
    --ec2-attributes "$attributes"
    --log-uri "$log_uri"
    --auto-termination-policy "IdleTimeout=$((60 * idle_minutes))"
    --no-termination-protected
    --step-concurrency-level 1
    --tags project=kira-mr purpose=benchmark
    --query ClusterId
    --output text
  )
  if [ -n "$dry_run" ]; then
    run_aws "${words[@]}"
  else
    id=$(run_aws "${words[@]}")
    [[ $id == j-* ]] || fail "create-cluster answered \"$id\", which is no cluster"
    printf '%s\n' "$id" >"$directory/cluster-id"
    say "cluster $id; it ends by itself after $idle_minutes idle minutes"
  fi
  if ! run_aws emr wait cluster-running --cluster-id "$(cluster_id)"; then
    destroy
    fail "the cluster did not start; why is in its logs: $log_uri"
  fi
  ask_aws "$directory/cluster.json" emr describe-cluster --cluster-id "$(cluster_id)" --output json
}

destroy() {
  local id answer
  id=$(cluster_id)
  if [ -z "$dry_run" ] && [ -z "$assume_yes" ] && [ "$command" = destroy ]; then
    printf 'End cluster %s? [y/N] ' "$id" >&2
    read -r answer || answer=n
    case $answer in
      y | Y | yes) ;;
      *) fail "cluster $id is left alone" ;;
    esac
  fi
  run_aws emr terminate-clusters --cluster-ids "$id"
  run_aws emr wait cluster-terminated --cluster-id "$id"
  [ -n "$dry_run" ] || rm -f -- "$directory/cluster-id"
}
