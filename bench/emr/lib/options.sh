# Options and their defaults. Sourced by emr-bench.
# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # used by the other parts; root is emr-bench's

release=emr-7.13.0
instance_type=m6i.xlarge
primary_type=
count=2
cores=
memory_mb=
region=
bucket=
prefix=kira-bench
log_uri=
subnet=
service_role=EMR_DefaultRole
instance_profile=EMR_EC2_DefaultRole
idle_minutes=60
arch=x86_64
manifest=
data=
frames=
repeats=3
engines=mr-yarn,spark-yarn
directory=
assume_yes=
dry_run=

usage() {
  cat <<'TEXT'
usage: emr-bench COMMAND [options]

Times source extraction with MapReduce and Spark, in turns, on one EMR cluster.

  create     start the cluster; it ends by itself when it has been idle
  upload     copy the jars, the frames and the lists of frames to the bucket
  run        run the engines in turns and wait
  collect    fetch times, counters and logs
  destroy    end the cluster; asks, unless --yes
  all        all of these; the cluster is ended whatever happens
  help       this text

  --region R            required
  --bucket B            required: for jars, frames, outputs and logs; must exist
  --prefix P            below which everything lies in the bucket (kira-bench)
  --release LABEL       emr-7.13.0
  --instance-type T     of all nodes (m6i.xlarge)
  --primary-type T      of the primary node, if another
  --count N             core nodes, which do the work (2)
  --cores C             cores of such a node that containers get; known for m6i.xlarge: 4
  --memory-mb M         memory of such a node that containers get; known for m6i.xlarge: 12288
  --arch x86_64         aarch64 is refused: the jars carry no library for it
  --log-uri URI         s3://B/P/logs/
  --subnet ID           where the cluster is put; EMR's choice without it
  --service-role R      EMR_DefaultRole
  --instance-profile R  EMR_EC2_DefaultRole
  --idle-minutes N      idle time after which the cluster ends by itself (60)

  --manifest FILE       required to upload and run: the data set, as "bench" makes manifests
  --data DIR|s3://...   what the manifest's paths are relative to; a directory is copied
  --frames N,N,...      numbers of frames (all of the manifest)
  --repeats N           3
  --engines E,E,...     mr-yarn, mr-yarn-one-file, spark-yarn, spark-yarn-binaryfiles (mr-yarn,spark-yarn)

  --directory DIR       where all that is fetched goes (bench/target/emr)
  --yes                 destroy without asking
  --dry-run             print every command instead of running it
TEXT
}

wrong() {
  printf 'emr-bench: %s\nTry "emr-bench help".\n' "$*" >&2
  exit 2
}

fail() {
  printf 'emr-bench: %s\n' "$*" >&2
  exit 1
}

parse_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --yes) assume_yes=1; shift; continue ;;
      --dry-run) dry_run=1; shift; continue ;;
      --*) [ $# -gt 1 ] || wrong "$1 wants a value" ;;
      *) wrong "unexpected word: $1" ;;
    esac
    case $1 in
      --release) release=$2 ;;
      --instance-type) instance_type=$2 ;;
      --primary-type) primary_type=$2 ;;
      --count) count=$2 ;;
      --cores) cores=$2 ;;
      --memory-mb) memory_mb=$2 ;;
      --region) region=$2 ;;
      --bucket) bucket=${2#s3://} ;;
      --prefix) prefix=$2 ;;
      --log-uri) log_uri=$2 ;;
      --subnet) subnet=$2 ;;
      --service-role) service_role=$2 ;;
      --instance-profile) instance_profile=$2 ;;
      --idle-minutes) idle_minutes=$2 ;;
      --arch) arch=$2 ;;
      --manifest) manifest=$(from_root "$2") ;;
      --data) data=$(from_root "$2") ;;
      --frames) frames=$2 ;;
      --repeats) repeats=$2 ;;
      --engines) engines=$2 ;;
      --directory) directory=$(from_root "$2") ;;
      *) wrong "no such option: $1" ;;
    esac
    shift 2
  done
}

# A path as seen from the root of the checkout, where everything runs.
from_root() {
  case $1 in
    s3://*) printf '%s' "${1%/}" ;;
    *) realpath -m --relative-base="$root" -- "$1" ;;
  esac
}

check_options() {
  local name
  case $arch in
    x86_64) ;;
    aarch64 | arm64) wrong "--arch $arch: the jars carry libsep for x86_64 only; choose instances with an x86 processor" ;;
    *) wrong "--arch $arch: x86_64 is what there is" ;;
  esac
  # Graviton: a family whose generation is followed by a g, or a1.
  if [[ $instance_type =~ ^(a1|[a-z]+[0-9]+g[a-z-]*)\. || ${primary_type:-none.} =~ ^(a1|[a-z]+[0-9]+g[a-z-]*)\. ]]; then
    wrong "--instance-type $instance_type ${primary_type}: an aarch64 processor, and the jars carry libsep for x86_64 only"
  fi
  [ -n "$region" ] || wrong "--region is missing"
  [ -n "$bucket" ] || wrong "--bucket is missing"
  for name in region bucket prefix release instance_type primary_type subnet service_role instance_profile; do
    [[ ${!name} =~ ^[A-Za-z0-9._/+=@-]*$ ]] || wrong "--${name//_/-} ${!name}: letters, digits and ._/+=@- only"
  done
  if [ "$instance_type" = m6i.xlarge ]; then
    cores=${cores:-4}
    memory_mb=${memory_mb:-12288}
  fi
  [ -n "$cores" ] || wrong "--cores is missing: how many cores of a $instance_type containers get"
  [ -n "$memory_mb" ] || wrong "--memory-mb is missing: yarn.nodemanager.resource.memory-mb of EMR on a $instance_type"
  for name in count cores memory_mb idle_minutes repeats; do
    [[ ${!name} =~ ^[1-9][0-9]{0,6}$ ]] || wrong "--${name//_/-} ${!name}: not a number above 0"
  done
  [ $((memory_mb / cores)) -ge 2048 ] || wrong "--memory-mb $memory_mb for $cores cores: a container wants 2048 MB"
  [ $((count * cores)) -ge 2 ] || wrong "--count $count, --cores $cores: one container is the job's own, one at least must work"
  [[ $frames =~ ^([1-9][0-9]*(,[1-9][0-9]*)*)?$ ]] || wrong "--frames $frames: numbers, parted by commas"
  for name in ${engines//,/ }; do
    case $name in
      mr-yarn | mr-yarn-one-file | spark-yarn | spark-yarn-binaryfiles) ;;
      *) wrong "--engines: no such engine: $name" ;;
    esac
  done
  primary_type=${primary_type:-$instance_type}
  prefix=${prefix%/}
  base=s3://$bucket/$prefix
  log_uri=${log_uri:-$base/logs/}
  directory=${directory:-bench/target/emr}
  # what a real session has left is not touched
  [ -z "$dry_run" ] || directory+=/dry-run
}
