# The engines' steps, in turns. Sourced by emr-bench.
# shellcheck shell=bash
# shellcheck disable=SC2154  # options.sh and data.sh set what is used

main_class=org.kiramr.spark.KiraSpark

# Both engines write through S3A's magic committer: renaming is slow and not safe on S3. Spark's own "spark.hadoop." keys
# would not do: kira-spark makes its output's configuration as kira does.
commit=(
  -D fs.s3a.committer.name=magic
  -D mapreduce.outputcommitter.factory.scheme.s3a=org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory
)

# A JSON array of strings.
json_array() {
  local word separator='' text
  printf '['
  for word in "$@"; do
    text=${word//\\/\\\\}
    printf '%s"%s"' "$separator" "${text//\"/\\\"}"
    separator=,
  done
  printf ']'
}

# Containers that work: one core each, all of the cluster but the one of the job's own master.
worker_cores() {
  printf '%d' $((count * cores - 1))
}

# Memory of a container, which has one core.
container_mb() {
  printf '%d' $((memory_mb / cores))
}

# The part of a container's memory that is heap: headers and catalogues. Frames lie outside of it, and both engines part
# the rest in the same way.
heap_mb() {
  printf '%d' $(($1 / 4))
}

# The words of a MapReduce run: engine, list, output. Reduce tasks have the containers of map tasks, as Spark's second stage
# has those of its first, and start after them: that is the job's own default, said so that no configuration of the cluster
# can undo it.
mapreduce_words() {
  local container
  container=$(container_mb)
  words=(
    extract
    "${commit[@]}"
    -D "mapreduce.map.memory.mb=$container"
    -D mapreduce.map.cpu.vcores=1
    -D "mapreduce.map.java.opts=-Xmx$(heap_mb "$container")m"
    -D "mapreduce.reduce.memory.mb=$container"
    -D mapreduce.reduce.cpu.vcores=1
    -D "mapreduce.reduce.java.opts=-Xmx$(heap_mb "$container")m"
    -D mapreduce.job.reduce.slowstart.completedmaps=1
    -D "yarn.app.mapreduce.am.resource.mb=$container"
    -D yarn.app.mapreduce.am.resource.cpu-vcores=1
    -D "yarn.app.mapreduce.am.command-opts=-Xmx$((container * 8 / 10))m"
    -D mapreduce.map.speculative=false
    -D mapreduce.reduce.speculative=false
    -i "@$2"
    -o "$3"
    --reducers "$(worker_cores)"
  )
  [ "$1" != mr-yarn-one-file ] || words+=(--one-file-per-map)
}

# The words of a Spark run: engine, list, output. An executor has the container that a map task has, and the application
# masters have the same; the driver is on the primary node, as MapReduce's client is.
spark_words() {
  local container mode=inputformat
  container=$(container_mb)
  [ "$1" != spark-yarn-binaryfiles ] || mode=binaryfiles
  words=(
    spark-submit
    --master yarn
    --deploy-mode client
    --class "$main_class"
    --num-executors "$(worker_cores)"
    --executor-cores 1
    --executor-memory "$(heap_mb "$container")m"
    --driver-memory "$((container * 8 / 10))m"
    --conf "spark.executor.memoryOverhead=$((container - $(heap_mb "$container")))m"
    --conf "spark.yarn.am.memory=$((container * 8 / 10))m"
    --conf "spark.yarn.am.memoryOverhead=$((container - container * 8 / 10))m"
    --conf spark.yarn.am.cores=1
    --conf spark.dynamicAllocation.enabled=false
    --conf spark.speculation=false
    "$base/jars/kira-spark.jar"
    extract
    "${commit[@]}"
    --mode "$mode"
    -i "@$2"
    -o "$3"
    --reducers "$(worker_cores)"
  )
}

# One step as JSON: name, engine, list, output.
step() {
  local jar=command-runner.jar
  local -a words
  case $2 in
    mr-*)
      jar=$base/jars/kira-mr.jar
      mapreduce_words "$2" "$3" "$4"
      ;;
    spark-*) spark_words "$2" "$3" "$4" ;;
  esac
  printf '{"Type":"CUSTOM_JAR","Name":"%s","ActionOnFailure":"CONTINUE","Jar":"%s","Args":%s}' \
    "$1" "$jar" "$(json_array "${words[@]}")"
}

# Repeats outermost, then numbers of frames, forwards in one repeat and backwards in the next, then engines, another one first
# each time: the order of "bench run", and for the same reasons.
run() {
  require_manifest
  local session turn=0 repeat i k place n engine name output steps
  local -a in_turn
  IFS=, read -r -a in_turn <<<"$engines"
  session=$(date -u +%Y%m%dT%H%M%SZ)
  [ -z "$dry_run" ] || session=00000000T000000Z
  write_plan_head
  for ((repeat = 1; repeat <= repeats; repeat++)); do
    for ((i = 0; i < ${#frame_counts[@]}; i++)); do
      place=$i
      ((repeat % 2)) || place=$((${#frame_counts[@]} - 1 - i))
      n=${frame_counts[place]}
      steps=
      for ((k = 0; k < ${#in_turn[@]}; k++)); do
        engine=${in_turn[(k + place + repeat - 1) % ${#in_turn[@]}]}
        turn=$((turn + 1))
        name=$session-$(printf '%03d' "$turn")
        output=$base/output/$name
        steps+=${steps:+,}$(step "$name" "$engine" "${base/#s3:/s3a:}/lists/frames-$n.txt" "${output/#s3:/s3a:}")
        printf '%s\t%s\t%d\t%d\t%d\t%s\n' "$name" "$engine" "$n" "$repeat" "$turn" "$output" >>"$directory/plan.tsv"
      done
      run_aws emr add-steps --cluster-id "$(cluster_id)" --steps "[$steps]" --output json
      wait_for_steps
    done
  done
}

# What is needed to read the results, beside them.
write_plan_head() {
  cp -- "$manifest" "$directory/data.manifest"
  printf '# run, engine, frames, repeat, turn, output; parted by tabs\n' >"$directory/plan.tsv"
  {
    printf 'release\t%s\ninstance type\t%s\nprimary type\t%s\ncore nodes\t%d\n' \
      "$release" "$instance_type" "$primary_type" "$count"
    printf 'cores a node\t%d\nmemory a node, MB\t%d\nworking cores\t%d\n' \
      "$cores" "$memory_mb" "$(worker_cores)"
    printf 'region\t%s\nrepeats\t%d\nengines\t%s\n' "$region" "$repeats" "$engines"
  } >"$directory/settings.tsv"
}

# Until nothing is pending or running; EMR's own waiter gives up after half an hour.
wait_for_steps() {
  local left
  local words=(emr list-steps --cluster-id "$(cluster_id)" --step-states PENDING RUNNING --query 'length(Steps)' --output json)
  if [ -n "$dry_run" ]; then
    run_aws "${words[@]}"
    return
  fi
  while left=$(run_aws "${words[@]}") && [ "$left" != 0 ]; do
    say "$left steps to go"
    sleep 30
  done
  [ "$left" = 0 ] || fail "cannot ask for the steps of cluster $(cluster_id)"
}
